import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { rowsOf } from './sales-saving.ts';

/** A bundle may be part of a bundle, so many deep at most. */
const mostLevels = 10;

/** What one unit of a bundle consists of. */
interface Part {
  readonly productID: number;
  readonly amount: number;
}

/** The parts of a bundle by its recipe, as it is now. */
function partsOf(account: Account, bundle: Part, level = 0): Part[] {
  const { type, productComponents = [] } = account.table('products').get(bundle.productID) ?? {};
  if (type !== 'BUNDLE') return [bundle];
  if (level === mostLevels) return [];
  return productComponents.flatMap(({ componentID, amount }) =>
    partsOf(account, { productID: componentID, amount: roundAmount(bundle.amount * amount) }, level + 1),
  );
}

/** The parts that a bundle had when a document sold it: those come back. */
function soldParts(credited: Row | undefined, bundle: Part): Part[] | undefined {
  const index = rowsOf(credited).findIndex(({ productID }) => productID === bundle.productID);
  const sold = Number(rowsOf(credited)[index]?.amount ?? 0);
  const drawn = ((credited?.drawnComponents ?? []) as readonly Row[]).filter(({ row }) => row === index);
  if (index === -1 || sold === 0 || drawn.length === 0) return undefined;
  return drawn.map(({ productID, amount }) => ({
    productID: Number(productID),
    amount: roundAmount((Number(amount) * bundle.amount) / sold),
  }));
}

function isBundle(account: Account, { productID }: Row): boolean {
  const products = account.table('products');
  return products.has(Number(productID ?? 0)) && products.value('type', Number(productID)) === 'BUNDLE';
}

/** A document sells a bundle. */
export const hasBundles = (account: Account, document: Row): boolean =>
  rowsOf(document).some((row) => isBundle(account, row));

/**
 * What the bundles of a document consist of. It is kept with the document, since recipes change; those that come back are
 * what they were when they were sold.
 */
export function drawnComponents(account: Account, document: Row): Row[] {
  const credited = account.table('salesDocuments').get(Number(document.creditToDocumentID ?? 0));
  return rowsOf(document).flatMap((row, index) => {
    if (!isBundle(account, row)) return [];
    const bundle = { productID: Number(row.productID), amount: Number(row.amount ?? 0) };
    const parts = soldParts(credited, bundle) ?? partsOf(account, bundle);
    return parts.map((part) => ({ row: index, ...part }));
  });
}
