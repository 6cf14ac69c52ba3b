import type { TableLookup } from '../../store/behaviour.ts';
import type { Row } from '../../store/row.ts';

/** The first address of an owner, by ID; `undefined` where it has none. */
export function firstAddress(lookup: TableLookup, ownerID: unknown): Row | undefined {
  const addresses = lookup('addresses');
  const [first] = addresses.find('ownerID', ownerID);
  return first === undefined ? undefined : addresses.get(first);
}
