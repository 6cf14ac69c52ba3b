import type { Account } from '../account/account.ts';
import type { Table } from '../store/table.ts';

/** The fields of a table that hold IDs of another. */
export function referringFields({ definition }: Pick<Table, 'definition'>, otherName: string): string[] {
  const joined = Object.values(definition.joins ?? {}).map(({ by, table }) => [by, table] as const);
  return [...new Map([...joined, ...Object.entries(definition.references ?? {})])]
    .filter(([, table]) => table === otherName)
    .map(([field]) => field);
}

/** Products that nobody has touched and that refer to one of the records, by its ID: there may be a million. */
async function untouchedProducts(account: Account, fields: readonly string[], ids: readonly number[]) {
  const found = new Map<number, readonly number[]>();
  for (const id of ids) {
    const lists = [];
    for (const field of fields) lists.push((await account.shared.productBase.index(field)).of([id]));
    found.set(id, lists.flat());
  }
  return found;
}

/**
 * Looks up which products of the shop refer to some records of a table, and answers the check itself, which does not
 * wait: whether some record of the account refers to the one with that ID.
 */
export async function referenceCheck(
  account: Account,
  tableName: string,
  ids: readonly number[],
): Promise<(id: number) => boolean> {
  const products = account.table('products');
  const ofProducts = referringFields(products, tableName);
  const untouched = await untouchedProducts(account, ofProducts, ids);
  const isOfProduct = (id: number) =>
    untouched.get(id)?.some((productID) => !products.changes.has(productID)) ||
    ofProducts.some((field) => [...products.changedWith(field, id)].length > 0);
  const others = account.tableNames
    .filter((name) => name !== 'products')
    .map((name) => ({ table: account.table(name), fields: referringFields(account.table(name), tableName) }))
    .filter(({ fields }) => fields.length > 0);
  const isOfOther = (id: number) =>
    others.some(({ table, fields }) => fields.some((field) => table.find(field, id).length > 0));
  return (id) => isOfProduct(id) || isOfOther(id);
}
