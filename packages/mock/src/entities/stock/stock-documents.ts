import type { Shop } from '@erply-kit/fixtures';

import type { Row } from '../../store/row.ts';
import { reservedUntil, salesReservations } from './sales-reservations.ts';
import { soldGoods } from './sold-goods.ts';
import {
  dayOfDate,
  dayOfInstant,
  roundAmount,
  type StockChange,
  type StockPosting,
} from './stock-movement.ts';
import type { DocumentReservation } from './stock-reservations.ts';

interface DocumentRow {
  readonly productID?: number;
  readonly amount?: number;
  readonly price?: number;
  /** In percent. */
  readonly discount?: number;
}

/** The change that a row of a document makes; `undefined` for one that moves nothing. */
type RowChange = (document: Row, row: Required<DocumentRow>) => StockChange | undefined;

/** Sales documents that move stock when they are confirmed. Rows of a credit invoice are negative: goods come back. */
export const sellingTypes: readonly unknown[] = [
  'INVWAYBILL',
  'CASHINVOICE',
  'WAYBILL',
  'EXPORTINVOICE',
  'CREDITINVOICE',
];

/** Purchase documents that move stock when they are confirmed. Rows of a return are negative: goods go back. */
const buyingTypes: readonly unknown[] = ['PRCINVOICE', 'CASHPRCINVOICE', 'PRCWAYBILL', 'PRCRETURN'];

/** A net price after the discount, in the account's currency. */
const paidPrice = (document: Row, { price, discount }: Required<DocumentRow>) =>
  roundAmount(price * (1 - discount / 100) * Number(document.currencyRate ?? 1));

const rowChanges: Readonly<Record<string, RowChange>> = {
  inventoryRegistrations: ({ warehouseID }, { productID, amount, price }) => ({
    productID,
    warehouseID: Number(warehouseID),
    amount,
    price,
    kind: 'registration',
  }),
  inventoryWriteOffs: ({ warehouseID }, { productID, amount }) => ({
    productID,
    warehouseID: Number(warehouseID),
    amount: -amount,
    kind: 'other',
  }),
  inventoryTransfers: ({ warehouseFromID, warehouseToID, type }, { productID, amount }) =>
    type === 'TRANSFER_ORDER'
      ? undefined
      : {
          productID,
          warehouseID: Number(warehouseToID),
          fromWarehouseID: Number(warehouseFromID),
          amount,
          kind: 'other',
        },
  salesDocuments: ({ warehouseID, type, doNotCreateInventoryTransaction }, { productID, amount }) =>
    sellingTypes.includes(type) && doNotCreateInventoryTransaction !== 1
      ? { productID, warehouseID: Number(warehouseID), amount: -amount, kind: 'sale' }
      : undefined,
  purchaseDocuments(document, row) {
    const { warehouseID, type } = document;
    if (!buyingTypes.includes(type)) return undefined;
    const { productID, amount } = row;
    const change = { productID, warehouseID: Number(warehouseID), amount, kind: 'purchase' } as const;
    return { ...change, price: paidPrice(document, row) };
  },
};

/** The rows of a document as far as stock depends on them, with their number from 0. */
const rowsIn = (tableName: string, document: Row): readonly (DocumentRow & { readonly row: number })[] =>
  tableName === 'salesDocuments'
    ? soldGoods(document)
    : ((document.rows ?? []) as readonly DocumentRow[]).map((row, index) => ({ ...row, row: index }));

/** What a document moves: nothing while it is a draft, and no product that has no stock of its own. */
export function changesOf(
  tableName: string,
  document: Row | undefined,
  hasStock: (productID: number) => boolean,
): StockChange[] {
  if (document?.confirmed !== 1) return [];
  return rowsIn(tableName, document).flatMap((row) => {
    const { productID = 0, amount = 0, price = 0, discount = 0 } = row;
    const change =
      amount === 0 || !hasStock(productID)
        ? undefined
        : rowChanges[tableName]?.(document, { productID, amount, price, discount });
    return change === undefined ? [] : [{ ...change, row: row.row }];
  });
}

/** The day on which a document moves stock. */
export const dayOfDocument = (document: Row | undefined, now: number) =>
  typeof document?.inventoryTransactionDate === 'string'
    ? dayOfDate(document.inventoryTransactionDate)
    : dayOfInstant(now);

const shopDocuments = [
  'inventoryRegistrations',
  'inventoryWriteOffs',
  'inventoryTransfers',
  'salesDocuments',
  'purchaseDocuments',
] as const;

/** What the documents of the shop's own history moved, in the order of time. */
export function shopHistory(shop: Shop): StockPosting[] {
  const postings = shopDocuments.flatMap((table) =>
    Array.from({ length: shop[table].size }, (_, index): StockPosting => {
      const document = shop[table].row(index + 1);
      const now = document.added ?? 0;
      const source = { table, id: index + 1 };
      // Fixtures write no product that has no stock into a document.
      return {
        source,
        changes: changesOf(table, document, () => true),
        day: dayOfDocument(document, now),
        now,
      };
    }),
  );
  return postings.sort((left, right) => left.now - right.now);
}

/** What the open documents of the shop's own history reserve; that of their orders, by the default of `orderReserves`. */
export function* shopReservations({ salesDocuments }: Shop): Generator<DocumentReservation> {
  const rules = { orderReserves: 'always', hasStock: () => true };
  for (let id = 1; id <= salesDocuments.size; id += 1) {
    const document = salesDocuments.row(id);
    const reservations = salesReservations(document, rules);
    const source = { table: 'salesDocuments', id };
    if (reservations.length > 0)
      yield { source, reservations, untilDay: reservedUntil(document), now: document.added ?? 0 };
  }
}
