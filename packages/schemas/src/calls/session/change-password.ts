import { defineCall } from '../../define-call.ts';
import { filledText } from '../../wire/text.ts';
import { changedPassword } from './changed-password.ts';
import { sessionLengthInput } from './login-inputs.ts';

/** Gives the user of the session a new password and opens a new session. */
export const changePassword = defineCall({
  name: 'changePassword',
  docs: 'https://erply.com/erply-api-version-1-20-0/',
  effect: 'write',
  session: 'required',
  input: () => ({
    /** The password so far. */
    oldPassword: filledText,
    /** At least 8 characters (else 1100), with a small letter, a capital and a digit (else 1102). */
    newPassword: filledText,
    ...sessionLengthInput(),
  }),
  result: { one: changedPassword },
  example: { oldPassword: 'demouser', newPassword: 'Longer4711' },
  errors: [1010, 1051, 1052, 1100, 1101, 1102, 1103, 1196],
  loggable: ['sessionLength'],
  secret: ['oldPassword', 'newPassword'],
  evidence: 'Inputs and rules documented; the answer is inferred from "creates a new session".',
});
