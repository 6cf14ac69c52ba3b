import type { Behaviour } from '../../account/account.ts';
import { addressLine } from './address-line.ts';

export const addresses: Behaviour = {
  derivedFields: ['address', 'postcode'],
  derive(joined, row) {
    joined.postcode = row.postalCode;
    joined.address = addressLine(row);
  },
};
