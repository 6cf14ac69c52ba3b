import type { Account, StateDefinition } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { hasStock } from '../stock/stock.ts';
import { PurchaseOrders } from './purchase-orders.ts';

interface SavedBook {
  /** The last number that the account gave to documents of each type. */
  readonly numbers: readonly (readonly [type: string, last: number])[];
  /** The last ID that a row has had. */
  readonly lastRowID: number;
}

/** What an account knows of its purchases beside the documents. */
interface PurchaseBook {
  readonly orders: PurchaseOrders;
  readonly numbers: Map<string, number>;
  lastRowID: number;
}

const greatestRowID = (document: Row): number =>
  ((document.rows ?? []) as readonly Row[]).reduce(
    (most, { stableRowID }) => Math.max(most, Number(stableRowID ?? 0)),
    0,
  );

/** A document may bring a number and rows of its own: later ones get others. */
function follow(book: PurchaseBook, document: Row): void {
  const { type, regnumber } = document;
  const number = /^\d{1,15}$/.test(String(regnumber ?? '')) ? Number(regnumber) : 0;
  book.numbers.set(String(type), Math.max(book.numbers.get(String(type)) ?? 0, number));
  book.lastRowID = Math.max(book.lastRowID, greatestRowID(document));
}

const purchaseBook: StateDefinition<PurchaseBook, SavedBook> = {
  name: 'purchaseBook',
  create(account, saved) {
    const table = account.table('purchaseDocuments');
    const orders = new PurchaseOrders({
      documentOf: (id) => table.get(id),
      hasStock: (productID) => hasStock(account, productID),
    });
    const book = { orders, numbers: new Map(saved?.numbers), lastRowID: saved?.lastRowID ?? 0 };
    for (const id of table.ids()) {
      follow(book, table.get(id) ?? {});
      orders.update(id);
    }
    return book;
  },
  save: ({ numbers, lastRowID }) => ({ numbers: [...numbers], lastRowID }),
  bytesOf: ({ orders }) => orders.bytes,
};

const bookOf = (account: Account): PurchaseBook => account.state(purchaseBook);

/** What the account has ordered and not received. */
export const purchaseOrdersOf = (account: Account): PurchaseOrders => bookOf(account).orders;

/** A document was written or deleted. */
export function followPurchase(account: Account, id: number): void {
  const book = bookOf(account);
  const document = account.table('purchaseDocuments').get(id);
  if (document !== undefined) follow(book, document);
  book.orders.update(id);
}

/** The next number of a type, which nobody else gets. */
export function nextRegnumber(account: Account, type: string): string {
  const { numbers } = bookOf(account);
  const number = (numbers.get(type) ?? 0) + 1;
  numbers.set(type, number);
  return String(number);
}

/** The next ID of a row. */
export function nextPurchaseRowID(account: Account): number {
  const book = bookOf(account);
  book.lastRowID += 1;
  return book.lastRowID;
}
