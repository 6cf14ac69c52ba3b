import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { classifierNameFields, classifierNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { deliveryTypes } from './delivery-types.ts';

/** Makes a delivery type, or edits the one of `deliveryTypeID`. */
export const saveDeliveryType = defineCall({
  name: 'saveDeliveryType',
  docs: 'https://learn-api.erply.com/requests/savedeliverytype',
  effect: 'write',
  table: deliveryTypes,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The delivery type to edit; a new one is made when left out. */
    deliveryTypeID: integer.optional(),
    /** Its code. */
    code: text.optional(),
    /** In the account's language. A new one needs a name (inferred). */
    name: text.optional(),
    ...classifierNameInputs(),
  }),
  createNeeds: [['name', ...classifierNameFields]],
  result: { one: savedRecord('deliveryTypeID') },
  example: { code: 'BIKE', name: 'Bicycle courier' },
  errors: [1010, 1011, 1061, 1062],
  loggable: ['deliveryTypeID', 'code'],
  evidence: 'From documentation of about 2019.',
});
