import { defineCall } from '../../define-call.ts';
import { deliveryType } from './delivery-type.ts';
import { deliveryTypes } from './delivery-types.ts';

/** Ways in which goods reach their buyers: all of them in one answer. */
export const getDeliveryTypes = defineCall({
  name: 'getDeliveryTypes',
  docs: 'https://learn-api.erply.com/requests/getdeliverytypes',
  effect: 'read',
  table: deliveryTypes,
  right: 'view',
  session: 'required',
  input: () => ({}),
  result: { list: deliveryType },
  errors: [],
  loggable: [],
  evidence: 'Names from documentation of about 2019; that all values come inside quotes is inferred.',
});
