import {
  type NaiveBooks,
  type NaiveDocument,
  receiptTypes,
  revenueTypes,
  stockTypes,
} from './naive-document.ts';
import { type NaivePart, stockedOf } from './naive-ledger.ts';
import type { NaiveShop } from './naive-shop.ts';
import { naiveTotals } from './naive-totals.ts';

/** Amounts by `product/warehouse`. */
export type NaiveAmounts = ReadonlyMap<string, number>;

function summed(parts: readonly NaivePart[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { productID, amount } of parts) sums.set(productID, (sums.get(productID) ?? 0) + amount);
  return sums;
}

/** What is left open of an order by the documents that are based on it: never less than nothing of any product. */
function openOf(ordered: readonly NaivePart[], delivered: readonly NaivePart[]): NaivePart[] {
  const done = summed(delivered);
  return [...summed(ordered)].map(([productID, amount]) => ({
    productID,
    amount: Math.max(0, amount - (done.get(productID) ?? 0)),
  }));
}

function added(documents: readonly { warehouseID: number; parts: readonly NaivePart[] }[]): NaiveAmounts {
  const amounts = new Map<string, number>();
  for (const { warehouseID, parts } of documents)
    for (const { productID, amount } of parts) {
      const key = `${productID}/${warehouseID}`;
      amounts.set(key, (amounts.get(key) ?? 0) + amount);
    }
  return amounts;
}

export interface Reserving {
  readonly shop: NaiveShop;
  /** Switch `orderReserves`. */
  readonly orderReserves: 'always' | 'flag';
  readonly today: string;
}

/** Whether a confirmed document reserves its goods (calls.md 2.3, protocol.md 12). */
function reserves({ type, reserveGoods, reservedUntil }: NaiveDocument, reserving: Reserving): boolean {
  if (reservedUntil !== '' && reservedUntil < reserving.today) return false;
  if (type === 'ORDER') return reserveGoods || reserving.orderReserves === 'always';
  if (type === 'OFFER' || type === 'PREPAYMENT') return reserveGoods;
  return type === 'RESERVATION';
}

/**
 * What is reserved: rows of reserving documents. One that a delivery is based on holds nothing any more (calls.md 2.4; that
 * a delivery of a part releases all is inferred).
 */
export function naiveReserved({ documents }: NaiveBooks, reserving: Reserving): NaiveAmounts {
  const sales = documents.filter(({ table, isConfirmed }) => table === 'salesDocuments' && isConfirmed);
  const partsOf = ({ rows }: NaiveDocument) =>
    rows.flatMap((row) => stockedOf(reserving.shop, 'salesDocuments', row));
  const isDelivered = ({ id }: NaiveDocument) =>
    sales.some(({ baseID, type }) => baseID === id && stockTypes.includes(type));
  return added(
    sales
      .filter((document) => reserves(document, reserving) && !isDelivered(document))
      .map((document) => ({ warehouseID: document.warehouseID, parts: partsOf(document) })),
  );
}

interface Received {
  /** What an order still waits for. */
  readonly open: readonly NaivePart[];
  readonly status: 'PARTIALLY_RECEIVED' | 'RECEIVED' | '';
}

/** What receipts that are based on a purchase order have brought of it (calls.md, effects of savePurchaseDocument). */
export function receivedOf({ documents }: NaiveBooks, shop: NaiveShop, order: NaiveDocument): Received {
  const partsOf = ({ rows }: NaiveDocument) =>
    rows.flatMap((row) => stockedOf(shop, 'purchaseDocuments', row));
  const receipts = documents.filter(
    ({ table, isConfirmed, baseID, type }) =>
      table === 'purchaseDocuments' && isConfirmed && baseID === order.id && receiptTypes.includes(type),
  );
  const open = openOf(partsOf(order), receipts.flatMap(partsOf));
  if (receipts.length === 0) return { open, status: '' };
  return { open, status: open.every(({ amount }) => amount === 0) ? 'RECEIVED' : 'PARTIALLY_RECEIVED' };
}

/** What purchase orders still wait for: their rows, less what receipts based on them brought. */
export function naivePending(books: NaiveBooks, shop: NaiveShop): NaiveAmounts {
  const orders = books.documents.filter(({ type, isConfirmed }) => type === 'PRCORDER' && isConfirmed);
  return added(
    orders.map((order) => ({
      warehouseID: order.warehouseID,
      parts: receivedOf(books, shop, order).open,
    })),
  );
}

/** Cents that were paid for a document. */
export const naivePaid = ({ payments }: NaiveBooks, id: number) =>
  payments.reduce((sum, { documentID, cents }) => (documentID === id ? sum + cents : sum), 0);

/** Confirmed documents that are revenue. */
export const revenueDocuments = ({ documents }: NaiveBooks) =>
  documents.filter(
    ({ table, isConfirmed, type }) =>
      table === 'salesDocuments' && isConfirmed && revenueTypes.includes(type),
  );

/** Cents that a customer owes: what was invoiced, less what was paid; less than nothing of one who paid ahead. */
export function naiveBalance(shop: NaiveShop, books: NaiveBooks, customerID: number): number {
  const invoiced = revenueDocuments(books).filter(({ partyID }) => partyID === customerID);
  const owed = invoiced.reduce((sum, document) => sum + naiveTotals(document, shop).total, 0);
  return books.payments.reduce(
    (sum, payment) => (payment.customerID === customerID ? sum - payment.cents : sum),
    owed,
  );
}
