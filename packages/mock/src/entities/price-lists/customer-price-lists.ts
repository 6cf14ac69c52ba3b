import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

/** Where customers and their groups name their price lists, in the order in which they count. */
const fieldsOfCustomer = ['priceListID', 'priceListID2', 'priceListID3', 'priceListID4', 'priceListID5'];
const fieldsOfGroup = ['pricelistID', 'pricelistID2', 'pricelistID3', 'pricelistID4', 'pricelistID5'];

const listsIn = (row: Row, fields: readonly string[]): number[] =>
  fields.map((field) => Number(row[field] ?? 0)).filter((id) => id > 0);

/** The group with that ID and those above it, the topmost first. A ring is walked once. */
function groupsDownTo(account: Account, groupID: number): Row[] {
  const table = account.table('customerGroups');
  const path = new Map<number, Row>();
  for (let id = groupID; id > 0 && !path.has(id); ) {
    const group = table.get(id);
    if (group === undefined) break;
    path.set(id, group);
    id = group.parentID ?? 0;
  }
  return [...path.values()].reverse();
}

/** 1011: there is no such customer. 0 stands for none. */
export function checkCustomer(account: Account, clientID: number): void {
  if (clientID !== 0 && !account.table('customers').has(clientID)) refuse(1011, 'clientID');
}

/** IDs of the price lists of a customer: those of its groups from the topmost one down, then its own. */
export function customerPriceLists(account: Account, clientID: number): number[] {
  const customer = account.table('customers').get(clientID);
  if (customer === undefined) return [];
  const groups = groupsDownTo(account, customer.groupID ?? 0);
  return [
    ...groups.flatMap((group) => listsIn(group, fieldsOfGroup)),
    ...listsIn(customer, fieldsOfCustomer),
  ];
}
