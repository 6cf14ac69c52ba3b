import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

/** A row of a document as it is sent. */
export interface DocumentRow {
  readonly stableRowID?: number;
  readonly productID?: number;
  readonly amount?: number;
  readonly price?: number;
}

/** 1010: there is no row, or one without product or amount. 1011: no such product. */
export function checkRows(account: Account, rows: readonly DocumentRow[] | undefined): void {
  if (rows === undefined) return;
  if (rows.length === 0) refuse(1010, 'productID1');
  const products = account.table('products');
  for (const [index, { productID, amount }] of rows.entries()) {
    if (!productID) refuse(1010, `productID${index + 1}`);
    if (!products.has(productID)) refuse(1011, `productID${index + 1}`);
    if (amount === undefined) refuse(1010, `amount${index + 1}`);
  }
}

/** The rows as they are kept: a row keeps its own ID and, when the product is the same, the price that is not sent. */
export function storedRows(before: Row, sent: readonly DocumentRow[]): DocumentRow[] {
  const old = (before.rows ?? []) as readonly DocumentRow[];
  const ids = [...old, ...sent].map(({ stableRowID = 0 }) => stableRowID);
  let lastID = ids.reduce((most, id) => Math.max(most, id), 0);
  return sent.map((row, index) => {
    const same = old[index]?.productID === row.productID ? old[index] : undefined;
    const ownID = row.stableRowID ?? same?.stableRowID;
    if (ownID === undefined) lastID += 1;
    return { ...row, price: row.price ?? same?.price ?? 0, stableRowID: ownID ?? lastID };
  });
}
