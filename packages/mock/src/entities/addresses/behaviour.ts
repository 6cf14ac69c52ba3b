import type { Behaviour } from '../../account/account.ts';
import { addressLine } from './address-line.ts';

export const addresses: Behaviour = {
  defaults: { typeID: 1 },
  derivedFields: ['address', 'postcode'],
  derive(joined) {
    joined.postcode = joined.postalCode;
    joined.address = addressLine(joined);
  },
};
