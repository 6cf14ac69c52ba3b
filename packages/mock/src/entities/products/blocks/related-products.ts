import type { Account } from '../../../account/account.ts';
import type { Row } from '../../../store/row.ts';

const idsOf = (list: unknown) => (list ?? []) as readonly number[];

/** Products that others name as related. No shop begins with such: only the account's own rows can have them. */
function relatedBack(account: Account): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [productID, row] of account.table('products').changes) {
    for (const other of idsOf(row?.relatedProducts))
      found.set(other, [...(found.get(other) ?? []), productID]);
  }
  return found;
}

/**
 * Related products that exist, whichever of the two names the other (getRelatedProducts). Erply has a setting for one
 * way only, whose name is on none of its pages.
 */
export function relatedProductsBlock(account: Account): (record: Row) => Row {
  const products = account.table('products');
  const back = relatedBack(account);
  return (record) => {
    const all = [...idsOf(record.relatedProducts), ...(back.get(Number(record.productID)) ?? [])];
    return { relatedProducts: [...new Set(all)].filter((id) => products.has(id)) };
  };
}

/** Products that exist and can stand in for another (getReplacementProducts). */
export function replacementProductsBlock(account: Account): (record: Row) => Row {
  const products = account.table('products');
  return (record) => ({
    replacementProducts: idsOf(record.replacementProducts).filter((id) => products.has(id)),
  });
}
