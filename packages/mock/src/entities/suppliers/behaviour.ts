import type { Behaviour } from '../../account/account.ts';
import { addressLine } from '../addresses/address-line.ts';
import { firstAddress } from '../addresses/first-address.ts';

/** A supplier shows its first address; where it has none, what its own row has. */
export const suppliers: Behaviour = {
  derive(joined, row, lookup) {
    const address = firstAddress(lookup, row.supplierID);
    if (address !== undefined) joined.address = addressLine(address);
  },
};
