import type { Account, StateDefinition } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import type { Table } from '../../store/table.ts';
import { hasStock } from '../stock/stock.ts';
import { type PurchaseDocumentReader, PurchaseOrders } from './purchase-orders.ts';

/** What is known of purchases beside the documents. */
interface PurchaseBook {
  readonly orders: PurchaseOrders;
  /** The last number that the account gave to documents of each type. */
  readonly numbers: Map<string, number>;
  /** The last ID that a row has had. */
  lastRowID: number;
}

interface SavedBook {
  readonly numbers: readonly (readonly [type: string, last: number])[];
  readonly lastRowID: number;
}

/** Of an account that has written no purchase, nothing but what an earlier one of its lives has given away. */
interface AccountBook {
  own: PurchaseBook | undefined;
  readonly saved: SavedBook;
}

const purchaseBook: StateDefinition<AccountBook, SavedBook> = {
  name: 'purchaseBook',
  create: (_, saved) => ({ own: undefined, saved: saved ?? { numbers: [], lastRowID: 0 } }),
  save: ({ own, saved }) =>
    own === undefined ? saved : { numbers: [...own.numbers], lastRowID: own.lastRowID },
  bytesOf: ({ own }) => own?.orders.bytes ?? 0,
};

const greatestRowID = (rows: unknown): number =>
  ((rows ?? []) as readonly Row[]).reduce(
    (most, { stableRowID }) => Math.max(most, Number(stableRowID ?? 0)),
    0,
  );

/** A document may bring a number of its own: later ones get others. */
function followNumber(book: PurchaseBook, type: unknown, regnumber: unknown): void {
  const number = /^\d{1,15}$/.test(String(regnumber ?? '')) ? Number(regnumber) : 0;
  book.numbers.set(String(type), Math.max(book.numbers.get(String(type)) ?? 0, number));
}

const readerOf = (account: Account, table: Table): PurchaseDocumentReader => ({
  documentOf: (id) => table.get(id),
  hasStock: (productID) => hasStock(account, productID),
});

/** Reads all documents. Fields of the base are computed, so no more of them than it takes. */
function readBook(account: Account): PurchaseBook {
  const table = account.table('purchaseDocuments') as Table;
  const reader = readerOf(account, table);
  // Rows of the shop's own documents are numbered in the order of the documents.
  const ofBase = table.base.size === 0 ? 0 : greatestRowID(table.base.value('rows', table.base.lastID));
  const book = { orders: new PurchaseOrders(), numbers: new Map<string, number>(), lastRowID: ofBase };
  for (const id of table.ids()) {
    const type = table.value('type', id);
    followNumber(book, type, table.value('regnumber', id));
    if (table.changes.has(id))
      book.lastRowID = Math.max(book.lastRowID, greatestRowID(table.value('rows', id)));
    const bases = (table.value('baseDocuments', id) ?? []) as readonly unknown[];
    if (type === 'PRCORDER' || bases.length > 0) book.orders.update(id, reader);
  }
  return book;
}

/** Books of tables that several accounts share, by what they share; `version` says whether it still is that. */
const sharedBooks = new WeakMap<object, { readonly version: number; readonly book: PurchaseBook }>();

/** The book of an account that has written no purchase: made once for all that begin alike, and never changed. */
function sharedBook(account: Account): PurchaseBook {
  const table = account.table('purchaseDocuments');
  const key = table.version === 0 ? table.base : table.changes;
  const known = sharedBooks.get(key);
  if (known?.version === table.version) return known.book;
  const book = readBook(account);
  sharedBooks.set(key, { version: table.version, book });
  return book;
}

/** The account's own book, for whoever writes. */
function ownBook(account: Account): PurchaseBook {
  const state = account.state(purchaseBook);
  if (state.own !== undefined) return state.own;
  const book = readBook(account);
  book.lastRowID = Math.max(book.lastRowID, state.saved.lastRowID);
  for (const [type, last] of state.saved.numbers)
    book.numbers.set(type, Math.max(book.numbers.get(type) ?? 0, last));
  state.own = book;
  return book;
}

/** What the account has ordered and not received. */
export const purchaseOrdersOf = (account: Account): PurchaseOrders =>
  (account.state(purchaseBook).own ?? sharedBook(account)).orders;

/** A document was written or deleted. */
export function followPurchase(account: Account, id: number): void {
  const book = ownBook(account);
  const table = account.table('purchaseDocuments') as Table;
  const document = table.get(id);
  if (document !== undefined) {
    followNumber(book, document.type, document.regnumber);
    book.lastRowID = Math.max(book.lastRowID, greatestRowID(document.rows));
  }
  book.orders.update(id, readerOf(account, table));
}

/** The next number of a type, which nobody else gets. */
export function nextRegnumber(account: Account, type: string): string {
  const { numbers } = ownBook(account);
  const number = (numbers.get(type) ?? 0) + 1;
  numbers.set(type, number);
  return String(number);
}

/** The next ID of a row. */
export function nextPurchaseRowID(account: Account): number {
  const book = ownBook(account);
  book.lastRowID += 1;
  return book.lastRowID;
}
