import type { Row } from '../../store/row.ts';
import { soldGoods } from './sold-goods.ts';
import { dayOfDate, dayOfInstant, roundAmount, type StockChange } from './stock-movement.ts';

interface DocumentRow {
  readonly productID?: number;
  readonly amount?: number;
  readonly price?: number;
  /** In percent. */
  readonly discount?: number;
  /** Of purchases: what one costs with freight and the like, in the currency of the document. */
  readonly unitCost?: number;
}

type GivenRow = Required<Omit<DocumentRow, 'unitCost'>> & Pick<DocumentRow, 'unitCost'>;

/** The change that a row of a document makes; `undefined` for one that moves nothing. */
type RowChange = (document: Row, row: GivenRow) => StockChange | undefined;

/** Sales documents that move stock when they are confirmed. Rows of a credit invoice are negative: goods come back. */
export const sellingTypes: readonly unknown[] = [
  'INVWAYBILL',
  'CASHINVOICE',
  'WAYBILL',
  'EXPORTINVOICE',
  'CREDITINVOICE',
];

/** Purchase documents that move stock when they are confirmed. Rows of a return are negative: goods go back. */
export const buyingTypes: readonly unknown[] = ['PRCINVOICE', 'CASHPRCINVOICE', 'PRCWAYBILL', 'PRCRETURN'];

/** A net price after the discount, in the account's currency. */
const paidPrice = (document: Row, { price, discount }: GivenRow) =>
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
  salesDocuments(document, { productID, amount }) {
    const { warehouseID, type, creditToDocumentID } = document;
    if (!sellingTypes.includes(type) || document.doNotCreateInventoryTransaction === 1) return undefined;
    const change = { productID, warehouseID: Number(warehouseID), amount: -amount, kind: 'sale' } as const;
    return amount < 0 && creditToDocumentID ? { ...change, creditedID: Number(creditToDocumentID) } : change;
  },
  purchaseDocuments(document, row) {
    const { warehouseID, type } = document;
    if (!buyingTypes.includes(type)) return undefined;
    const { productID, amount } = row;
    const change = { productID, warehouseID: Number(warehouseID), amount, kind: 'purchase' } as const;
    const price = paidPrice(document, row);
    const { unitCost } = row;
    const cost = unitCost === undefined ? price : roundAmount(unitCost * Number(document.currencyRate ?? 1));
    return { ...change, price, cost };
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
    const { productID = 0, amount = 0, price = 0, discount = 0, unitCost } = row;
    const cost = unitCost === undefined ? {} : { unitCost };
    const change =
      amount === 0 || !hasStock(productID)
        ? undefined
        : rowChanges[tableName]?.(document, { productID, amount, price, discount, ...cost });
    return change === undefined ? [] : [{ ...change, row: row.row }];
  });
}

/** The day on which a document moves stock. */
export const dayOfDocument = (document: Row | undefined, now: number) =>
  typeof document?.inventoryTransactionDate === 'string'
    ? dayOfDate(document.inventoryTransactionDate)
    : dayOfInstant(now);
