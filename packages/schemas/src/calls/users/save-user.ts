import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { text } from '../../wire/text.ts';
import { languageInput } from '../language-inputs.ts';
import { savedRecord } from '../saved-record.ts';

/**
 * Makes somebody who can log in, or edits the user of `userID`. The password and the PIN never come back.
 * @deprecated Erply recommends instead: Account Administration API POST /v1/user.
 */
export const saveUser = defineCall({
  name: 'saveUser',
  docs: 'https://learn-api.erply.com/requests/saveuser',
  effect: 'write',
  rightOn: 'users',
  right: 'save',
  session: 'required',
  input: () => ({
    /** The user to edit; a new one is made when left out. */
    userID: integer.optional(),
    ...languageInput(),
    /** The user's group; a new user needs it. 1066 where the caller may not manage members of it. */
    userGroupID: integer.optional(),
    /** What the user logs in with; a new user needs it. 1012 when another user has it. */
    name: text.optional(),
    /** At least 8 characters (else 1016), with a small letter, a capital and a digit (else 1102). */
    password: text.optional(),
    /** The PIN for switchUser: at least 6 characters (else 1016), and no other user's (1012, inferred). */
    cardCode: text.optional(),
    /** The employee that the user is; 0 for none. */
    employeeID: integer.optional(),
    /** The only locations that the user may work with, IDs with commas between. A new user may work with all. */
    warehouseIDs: idList.optional(),
    /** 1 to tell the user by e-mail. */
    sendNotificationEmail: flag.optional(),
  }),
  createNeeds: [['userGroupID'], ['name']],
  result: { one: savedRecord(/** ID of the user; inside quotes in verifyUser. */ 'userID') },
  example: { userGroupID: 1, name: 'example', password: 'Longer4711', employeeID: 1 },
  errors: [1010, 1011, 1012, 1016, 1061, 1062, 1066, 1100, 1102],
  loggable: ['userID', 'lang', 'userGroupID', 'employeeID', 'warehouseIDs', 'sendNotificationEmail'],
  secret: ['password', 'cardCode'],
  deprecated: 'Account Administration API POST /v1/user',
  unserved: { errors: [1100] },
  evidence:
    'Documented. A short password is refused with 1016, as the page of the input says; the list of errors has 1100 too. When 1066 comes is inferred.',
});
