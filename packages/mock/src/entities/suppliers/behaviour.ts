import type { Behaviour } from '../../account/account.ts';
import { addressLine } from '../addresses/address-line.ts';
import { firstAddress } from '../addresses/first-address.ts';
import { withWholeName } from './supplier-names.ts';

/** A supplier shows its first address; where it has none, what its own row has. */
export const suppliers: Behaviour = {
  toStored: withWholeName,
  derive(joined, row, lookup) {
    const address = firstAddress(lookup, row.supplierID);
    if (address !== undefined) joined.address = addressLine(address);
  },
};
