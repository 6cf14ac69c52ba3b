import type { Step, StepRow } from './document-step.ts';
import { type NaiveDocument, type NaiveRow, nextOrder, withDocument } from './naive-document.ts';
import { days } from './naive-shop.ts';
import { naiveTotals } from './naive-totals.ts';
import {
  calls,
  confirmInput,
  type PlannedRequest,
  type RequestFields,
  rowFields,
  type Situation,
  stockDay,
} from './planned-request.ts';

const pick = <TValue>(values: readonly TValue[], which: number) => values[which % values.length] as TValue;

/** A document that does not exist yet. */
export type Draft = Omit<NaiveDocument, 'id' | 'order' | 'day'>;

/** The row that a step means; of those that only take goods with stock, one with stock. */
export function rowOf(step: StepRow, { shop }: Situation, isStockedOnly: boolean): NaiveRow {
  const products = isStockedOnly ? shop.stocked : [...shop.products, 0];
  const { amount, cents, discount } = step;
  const productID = pick(products, step.product);
  return isStockedOnly
    ? { productID, amount, cents, discount: 0, vatrateID: 1 }
    : { productID, amount, cents, discount, vatrateID: step.rate };
}

function draftOf(step: Step, situation: Situation, rest: Pick<Draft, 'table' | 'type'>): Draft {
  const isInventory = rest.table.startsWith('inventory');
  const warehouseID = step.warehouse + 1;
  return {
    ...rest,
    isConfirmed: !step.isDraft,
    date: days[step.day] ?? situation.today,
    warehouseID,
    toWarehouseID: rest.table === 'inventoryTransfers' ? 3 - warehouseID : 0,
    partyID:
      rest.table === 'salesDocuments'
        ? pick(situation.shop.customers, step.party)
        : rest.table === 'purchaseDocuments'
          ? situation.shop.supplierID
          : 0,
    rows: step.rows.map((row) => rowOf(row, situation, isInventory)),
    ...{ reserveGoods: false, reservedUntil: '', baseID: 0, creditedID: 0 },
  };
}

/** Where a document is, and whom it is with, as its save takes it. */
function headFields({ table, warehouseID, toWarehouseID, partyID }: Draft): RequestFields {
  if (table === 'inventoryTransfers') return { warehouseFromID: warehouseID, warehouseToID: toWarehouseID };
  if (table === 'inventoryWriteOffs') return { warehouseID, reasonID: 1 };
  if (table === 'salesDocuments') return { warehouseID, customerID: partyID };
  return table === 'purchaseDocuments'
    ? { warehouseID, supplierID: partyID, no: 'SUP-1', currencyCode: 'EUR' }
    : { warehouseID };
}

function optionFields(draft: Draft): RequestFields {
  const { table, reserveGoods, reservedUntil, baseID, creditedID } = draft;
  return {
    ...(draft.type === '' ? {} : { type: draft.type }),
    ...(reserveGoods ? { reserveGoods: 1 } : {}),
    ...(reservedUntil === '' ? {} : { reserveGoodsUntilDate: reservedUntil }),
    ...(baseID === 0 ? {} : { [table === 'salesDocuments' ? 'baseDocumentID' : 'baseDocumentIDs']: baseID }),
    ...(creditedID === 0 ? {} : { creditToDocumentID: creditedID }),
  };
}

/** A save of a new document. */
function planNew(draft: Draft, today: string, extra: RequestFields = {}): PlannedRequest {
  const { table } = draft;
  const call = calls[table];
  return {
    request: `save${call.name}`,
    fields: {
      ...optionFields(draft),
      ...headFields(draft),
      date: draft.date,
      [confirmInput(table)]: draft.isConfirmed ? 1 : 0,
      ...rowFields(draft),
      ...extra,
    },
    codes: [0],
    change(books, saved) {
      const id = Number(saved['saved' in call ? call.saved : call.key]);
      const order = draft.isConfirmed ? nextOrder(books) : 0;
      return withDocument(books, {
        ...draft,
        id,
        order,
        day: draft.isConfirmed ? stockDay(draft, today) : '',
      });
    },
  };
}

const saleTypes = ['INVWAYBILL', 'CASHINVOICE', 'INVWAYBILL', 'WAYBILL', 'INVOICE', 'CASHINVOICE'] as const;
const reservingTypes = ['ORDER', 'OFFER', 'PREPAYMENT', 'ORDER', 'RESERVATION'] as const;

const twoDigits = (count: number) => String(count).padStart(2, '0');

/** A sale that may be paid at once: the payment is of all that is due, dated today. */
export function planSale(step: Step, situation: Situation): PlannedRequest {
  const draft = draftOf(step, situation, { table: 'salesDocuments', type: pick(saleTypes, step.what) });
  const isPaid =
    step.isFlagged &&
    draft.isConfirmed &&
    draft.type !== 'WAYBILL' &&
    naiveTotals(draft, situation.shop).total > 0;
  const time = `10:${twoDigits(Math.floor(situation.sent / 60))}:${twoDigits(situation.sent % 60)}`;
  return planNew(draft, situation.today, isPaid ? { time, paymentStatus: 'PAID' } : { time });
}

export function planOrder(step: Step, situation: Situation): PlannedRequest {
  const draft = draftOf(step, situation, { table: 'salesDocuments', type: pick(reservingTypes, step.what) });
  const reservedUntil = pick(['', '', days[0], '2027-09-15', situation.today], step.which);
  return planNew({ ...draft, reserveGoods: step.isFlagged, reservedUntil }, situation.today);
}

const purchaseTypes = ['PRCINVOICE', 'CASHPRCINVOICE'] as const;

export function planPurchase(step: Step, situation: Situation): PlannedRequest {
  return planNew(
    draftOf(step, situation, { table: 'purchaseDocuments', type: pick(purchaseTypes, step.what) }),
    situation.today,
  );
}

export function planPurchaseOrder(step: Step, situation: Situation): PlannedRequest {
  return planNew(draftOf(step, situation, { table: 'purchaseDocuments', type: 'PRCORDER' }), situation.today);
}

/** Rows of a return are negative (calls.md, savePurchaseDocument). */
export function planPurchaseReturn(step: Step, situation: Situation): PlannedRequest {
  const draft = draftOf(step, situation, { table: 'purchaseDocuments', type: 'PRCRETURN' });
  return planNew(
    { ...draft, rows: draft.rows.map((row) => ({ ...row, amount: -row.amount })) },
    situation.today,
  );
}

export function planRegistration(step: Step, situation: Situation): PlannedRequest {
  const draft = draftOf(step, situation, { table: 'inventoryRegistrations', type: '' });
  const rows = draft.rows.map((row, index) =>
    step.what === 0 && index === 0 ? { ...row, amount: -row.amount } : row,
  );
  return planNew({ ...draft, rows }, situation.today);
}

export const planWriteOff = (step: Step, situation: Situation): PlannedRequest =>
  planNew(draftOf(step, situation, { table: 'inventoryWriteOffs', type: '' }), situation.today);

export const planTransfer = (step: Step, situation: Situation): PlannedRequest =>
  planNew(draftOf(step, situation, { table: 'inventoryTransfers', type: 'TRANSFER' }), situation.today);

export const planTransferOrder = (step: Step, situation: Situation): PlannedRequest =>
  planNew(draftOf(step, situation, { table: 'inventoryTransfers', type: 'TRANSFER_ORDER' }), situation.today);

/** The n-th newest of the documents that will do. */
export const newest = <TValue>(values: readonly TValue[], which: number): TValue | undefined =>
  values.length === 0 ? undefined : values[values.length - 1 - (which % values.length)];

const part = (rows: readonly NaiveRow[], isPart: boolean) =>
  rows.map((row) => (isPart ? { ...row, amount: Math.ceil(row.amount / 2) } : row));

const deliveries = ['INVWAYBILL', 'CASHINVOICE', 'WAYBILL'] as const;

/** A delivery of an order, whole or in part. */
export function planFollowUp(step: Step, situation: Situation): PlannedRequest | undefined {
  const orders = situation.books.documents.filter(
    ({ table, type, isConfirmed }) =>
      table === 'salesDocuments' && isConfirmed && ['ORDER', 'OFFER', 'PREPAYMENT'].includes(type),
  );
  const order = newest(orders, step.which);
  if (order === undefined) return undefined;
  const draft = draftOf(step, situation, { table: 'salesDocuments', type: pick(deliveries, step.what) });
  const { warehouseID, partyID } = order;
  return planNew(
    { ...draft, warehouseID, partyID, baseID: order.id, rows: part(order.rows, step.isFlagged) },
    situation.today,
  );
}

/** A receipt of a purchase order, whole or in part. */
export function planReceipt(step: Step, situation: Situation): PlannedRequest | undefined {
  const orders = situation.books.documents.filter(
    ({ type, isConfirmed }) => isConfirmed && type === 'PRCORDER',
  );
  const order = newest(orders, step.which);
  if (order === undefined) return undefined;
  const draft = draftOf(step, situation, {
    table: 'purchaseDocuments',
    type: pick(purchaseTypes, step.what),
  });
  const { warehouseID } = order;
  return planNew(
    { ...draft, warehouseID, baseID: order.id, rows: part(order.rows, step.isFlagged) },
    situation.today,
  );
}

const soldTypes = ['INVWAYBILL', 'CASHINVOICE', 'WAYBILL'];

/** Goods of a sale come back, all or some: rows are negative. */
export function planCreditInvoice(step: Step, situation: Situation): PlannedRequest | undefined {
  const sales = situation.books.documents.filter(
    ({ table, type, isConfirmed }) => table === 'salesDocuments' && isConfirmed && soldTypes.includes(type),
  );
  const sale = newest(sales, step.which);
  if (sale === undefined) return undefined;
  const draft = draftOf(step, situation, { table: 'salesDocuments', type: 'CREDITINVOICE' });
  const rows = part(sale.rows, step.isFlagged).map((row) => ({ ...row, amount: -row.amount }));
  const { warehouseID, partyID } = sale;
  const extra = { creditInvoiceType: pick(['RETURN', 'RETURN', 'VOID'], step.what) };
  return planNew({ ...draft, warehouseID, partyID, creditedID: sale.id, rows }, situation.today, extra);
}
