import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { deliveryTypes } from './delivery-types.ts';

/**
 * Deletes a delivery type. Customers that have it keep its ID (inferred), and the operations log does not list it.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteDeliveryType = defineCall({
  name: 'deleteDeliveryType',
  docs: 'https://learn-api.erply.com/requests/deletedeliverytype',
  effect: 'delete',
  table: deliveryTypes,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The delivery type to delete. */
    deliveryTypeID: integer,
  }),
  result: { none: true },
  example: { deliveryTypeID: 4 },
  errors: [1010, 1011, 1063],
  loggable: ['deliveryTypeID'],
  evidence: 'From documentation of about 2019; errors are inferred from calls alike.',
});
