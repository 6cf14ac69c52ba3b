import type { Account } from '../../account/account.ts';
import { equalText } from '../../query/filters.ts';
import { byNumber } from '../../query/order.ts';

/** The customer who has a name in the web shop; nobody has an empty one. */
export async function namedShopper(account: Account, username: string): Promise<number | undefined> {
  if (username === '') return undefined;
  const finder = account.finder('customers');
  const filters = [equalText(finder.base, 'webshopUsername', username)];
  const found = await finder.find({ filters, order: byNumber('customerID'), direction: 'asc' });
  return found.ids(0, 1)[0];
}
