import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { idList, someOf } from '../../wire/lists.ts';
import { filledText, oneOf } from '../../wire/text.ts';
import { customerDataActivities, customerDataFields } from './customer-data-activities.ts';

/**
 * Writes down that data of customers was processed, as the GDPR wants it: whoever reads customers or addresses has to. Only in
 * accounts of the European Union (1149 elsewhere). No call of Erply reads it; the fake's control API does.
 */
export const logProcessingOfCustomerData = defineCall({
  name: 'logProcessingOfCustomerData',
  docs: 'https://learn-api.erply.com/requests/logprocessingofcustomerdata',
  effect: 'write',
  session: 'required',
  input: () => ({
    /** Who processed the data; the caller when left out. */
    employeeID: integer.optional(),
    /** Whose data it was; 1011 when one of the customers does not exist, and nothing is written. */
    customerIDs: idList,
    /** What was done with it. */
    activityType: oneOf(customerDataActivities),
    /** What for; 255 characters at most (1016). */
    description: filledText,
    /** Which data it was. Required (inferred). */
    fields: someOf(customerDataFields),
  }),
  result: { none: true },
  example: {
    customerIDs: [1002],
    activityType: 'read',
    description: 'Newsletter',
    fields: ['name', 'email'],
  },
  errors: [1010, 1011, 1016, 1149],
  loggable: ['employeeID', 'customerIDs', 'activityType', 'fields'],
  evidence: 'Documented. `partnerKey`, which every call takes, is not kept: it is a key.',
});
