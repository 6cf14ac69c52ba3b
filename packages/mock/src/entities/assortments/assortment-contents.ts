import { phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Answer } from '../../wire/envelope.ts';
import { refuse } from '../../wire/refusal.ts';

export interface AssortmentEntry {
  readonly rowID: number;
  readonly productID: number;
  readonly status: string;
}

/** The products of an assortment by their IDs, in the order in which they came; 1011 where there is no such one. */
export function contentsOf(account: Account, assortmentID: number): Map<number, AssortmentEntry> {
  if (!account.table('assortments').has(assortmentID)) refuse(1011, 'assortmentID');
  const rows = account.table('assortmentProducts');
  const products = account.table('products');
  const contents = new Map<number, AssortmentEntry>();
  for (const rowID of rows.find('assortmentID', assortmentID)) {
    const row = rows.get(rowID);
    const productID = Number(row?.productID);
    if (products.has(productID)) contents.set(productID, { rowID, productID, status: row?.status ?? '' });
  }
  return contents;
}

/** The one record of an answer whose fields are lists of IDs. */
export function idLists(lists: Readonly<Record<string, readonly number[]>>): Answer {
  const texts = Object.entries(lists).map(([name, ids]) => [name, ids.join()]);
  return { recordsTotal: 1, records: [phpJson(Object.fromEntries(texts))] };
}
