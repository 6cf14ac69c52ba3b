import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { employees } from './employees.ts';

/**
 * Makes an employee's card, or edits the one of `employeeID`. A user, who can log in, is another record: saveUser.
 * @deprecated Erply recommends instead: Account Administration API POST /v1/employee.
 */
export const saveEmployee = defineCall({
  name: 'saveEmployee',
  docs: 'https://learn-api.erply.com/requests/saveemployee',
  effect: 'write',
  table: employees,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The employee to edit; a new one is made when left out. */
    employeeID: integer.optional(),
    ...languageInput(),
    /** First name. */
    firstName: text.optional(),
    /** Last name; a new employee needs it. */
    lastName: text.optional(),
    /** Telephone. */
    phone: text.optional(),
    /** Mobile telephone. */
    mobile: text.optional(),
    /** E-mail address. */
    email: text.optional(),
    /** Name on Skype. */
    skype: text.optional(),
    /** What the employee does: `jobTitleName` in the read call. */
    jobTitle: text.optional(),
    /** Free text. */
    notes: text.optional(),
    /** The cash drawer; only newer pages list it. */
    drawerID: text.optional(),
    /** Product groups whose products the employee works with, IDs with commas between; salon module. */
    productGroupIDs: idList.optional(),
    ...attributeInputs(),
  }),
  moduleInputs: { productGroupIDs: { module: 'salon', code: 1028 } },
  createNeeds: [['lastName']],
  result: { one: savedRecord(/** ID of the employee; inside quotes in the read call. */ 'employeeID') },
  example: { firstName: 'Example', lastName: 'Person', jobTitle: 'Cashier' },
  errors: [1010, 1011, 1061, 1062],
  loggable: ['employeeID', 'lang', 'productGroupIDs'],
  deprecated: 'Account Administration API POST /v1/employee',
  evidence: 'Documented.',
});
