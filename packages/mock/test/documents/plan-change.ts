import type { Step } from './document-step.ts';
import {
  type NaiveDocument,
  type NaiveRow,
  nextOrder,
  stockTypes,
  withDocument,
  withoutDocument,
} from './naive-document.ts';
import { newest, rowOf } from './plan-new.ts';
import {
  calls,
  confirmInput,
  euros,
  type PlannedRequest,
  type RequestFields,
  rowFields,
  type Situation,
  stockDay,
} from './planned-request.ts';

/** What an edit sends, and what it leaves. */
interface Edit {
  readonly fields: RequestFields;
  readonly document: NaiveDocument;
  readonly codes: readonly number[];
}

const withPrices = (rows: readonly NaiveRow[], step: Step) =>
  rows.map((row, index) => ({ ...row, cents: step.rows[index % step.rows.length]?.cents ?? row.cents }));

/** What a document lets be changed: all of a draft; the rest is as calls.md says of its save. */
function editPrices(document: NaiveDocument, step: Step): Edit {
  const edited = { ...document, rows: withPrices(document.rows, step) };
  const isOpen = !document.isConfirmed || document.table === 'salesDocuments';
  const codes = isOpen || document.table === 'inventoryRegistrations' ? [0] : [0, 1017];
  return { fields: rowFields(edited), document: edited, codes };
}

function editRows(document: NaiveDocument, step: Step, situation: Situation): Edit {
  const isInventory = document.table.startsWith('inventory');
  const isNegative = document.type === 'CREDITINVOICE' || document.type === 'PRCRETURN';
  const rows = step.rows.map((row) => {
    const made = rowOf(row, situation, isInventory);
    return isNegative ? { ...made, amount: -made.amount } : made;
  });
  const edited = { ...document, rows };
  return { fields: rowFields(edited), document: edited, codes: rowCodes(document, rows) };
}

const goodsOf = (rows: readonly NaiveRow[]) =>
  rows.map(({ productID, amount }) => `${productID} ${amount}`).join();

/** Confirmed documents that move stock keep their goods (calls.md 2.3: 1017; of registrations 1023). */
function rowCodes(document: NaiveDocument, rows: readonly NaiveRow[]): readonly number[] {
  const { table, type, isConfirmed } = document;
  if (!isConfirmed) return [0];
  if (table === 'purchaseDocuments') return [0, 1017];
  const isSame = goodsOf(rows) === goodsOf(document.rows);
  // calls.md names 1017 of sales; the issue counts 1023 among their locks, which error-codes.json knows for missing rows.
  if (table === 'salesDocuments') return isSame || !stockTypes.includes(type) ? [0] : [1017, 1023];
  if (table === 'inventoryRegistrations') return isSame ? [0] : [1017, 1023];
  return isSame ? [0, 1017] : [1017];
}

function editWarehouse(document: NaiveDocument): Edit {
  const warehouseID = 3 - document.warehouseID;
  const isTransfer = document.table === 'inventoryTransfers';
  const toWarehouseID = isTransfer ? 3 - warehouseID : 0;
  const fields = isTransfer
    ? { warehouseFromID: warehouseID, warehouseToID: toWarehouseID }
    : { warehouseID };
  const { table, type, isConfirmed } = document;
  const isLocked = isConfirmed && (table !== 'salesDocuments' || stockTypes.includes(type));
  const codes = !isLocked ? [0] : table === 'purchaseDocuments' ? [0, 1017] : [1017];
  return { fields, document: { ...document, warehouseID, toWarehouseID }, codes };
}

function editType(document: NaiveDocument): Edit | undefined {
  if (document.table !== 'salesDocuments' || document.type === 'CREDITINVOICE') return undefined;
  const type = document.type === 'INVWAYBILL' ? 'ORDER' : 'INVWAYBILL';
  const codes = document.isConfirmed ? [1121] : [0];
  return { fields: { type }, document: { ...document, type }, codes };
}

function editNotes(document: NaiveDocument): Edit {
  const notes = { salesDocuments: 'notes', purchaseDocuments: 'notes', inventoryTransfers: 'notes' } as const;
  const name = (notes as Record<string, string>)[document.table];
  const field = name ?? (document.table === 'inventoryWriteOffs' ? 'comments' : 'cause');
  const isOpen = !document.isConfirmed || document.table === 'salesDocuments';
  return { fields: { [field]: 'Looked at' }, document, codes: isOpen ? [0] : [0, 1010, 1017, 1023] };
}

function confirm(document: NaiveDocument): Edit {
  return { fields: {}, document: { ...document, isConfirmed: true }, codes: [0] };
}

/** The references do not say whether a document can become a draft again: where it can, nothing of it is left. */
function unconfirm(document: NaiveDocument): Edit {
  return { fields: {}, document: { ...document, isConfirmed: false, day: '', order: 0 }, codes: [0, 1017] };
}

function editOf(document: NaiveDocument, step: Step, situation: Situation): Edit | undefined {
  const turn = step.what % 6;
  if (document.isConfirmed && step.what === 11) return unconfirm(document);
  if (!document.isConfirmed && turn < 3) return confirm(document);
  if (turn < 2) return editPrices(document, step);
  if (turn < 4) return editRows(document, step, situation);
  if (turn === 4) return editWarehouse(document);
  return step.isFlagged ? editType(document) : editNotes(document);
}

/** An edit of a document of any table, or its confirmation. */
export function planEdit(step: Step, situation: Situation): PlannedRequest | undefined {
  const document = newest(situation.books.documents, step.which);
  const edit = document === undefined ? undefined : editOf(document, step, situation);
  if (document === undefined || edit === undefined) return undefined;
  const { name, key } = calls[document.table];
  const after = edit.document;
  return {
    request: `save${name}`,
    fields: {
      [key]: document.id,
      ...edit.fields,
      [confirmInput(document.table)]: after.isConfirmed ? 1 : 0,
    },
    codes: edit.codes,
    change(books) {
      const isNew = after.isConfirmed && !document.isConfirmed;
      return withDocument(
        books,
        isNew ? { ...after, day: stockDay(after, situation.today), order: nextOrder(books) } : after,
      );
    },
  };
}

export function planRemove(step: Step, { books }: Situation): PlannedRequest | undefined {
  const document = newest(books.documents, step.which);
  if (document === undefined) return undefined;
  const call = calls[document.table];
  const isBase = books.documents.some(
    ({ table, baseID, creditedID }) =>
      table === document.table && (baseID === document.id || creditedID === document.id),
  );
  return {
    request: `delete${call.name}`,
    fields: { ['deleteKey' in call ? call.deleteKey : call.key]: document.id },
    // calls.md names 1022, not what for: a document that others are based on may be one that is referenced.
    codes: isBase ? [0, 1022] : [0],
    change: (now) => withoutDocument(now, document),
  };
}

/** A payment of a document, whole or in part, or of the document that the bulk request has just made. */
export function planPay(step: Step, { books }: Situation): PlannedRequest | undefined {
  const documents = books.documents.filter(
    ({ table, isConfirmed, type }) => table === 'salesDocuments' && isConfirmed && type !== 'CREDITINVOICE',
  );
  const document = newest(documents, step.which);
  if (document === undefined) return undefined;
  const cents = 1 + (step.rows[0]?.cents ?? 0);
  return planPayment({ documentID: document.id, type: 'CARD' }, cents, document);
}

export function planDeposit(step: Step, { shop }: Situation): PlannedRequest {
  const customerID = shop.customers[step.party % shop.customers.length] ?? 0;
  const cents = 1 + (step.rows[0]?.cents ?? 0);
  return planPayment({ customerID, type: 'TRANSFER' }, cents, { id: 0, partyID: customerID });
}

export function planPayment(
  fields: RequestFields,
  cents: number,
  { id, partyID }: Pick<NaiveDocument, 'id' | 'partyID'>,
): PlannedRequest {
  return {
    request: 'savePayment',
    fields: { ...fields, sum: euros(cents) },
    codes: [0],
    change(books, { paymentID }) {
      const payment = { id: Number(paymentID), documentID: id, customerID: partyID, cents };
      return { ...books, payments: [...books.payments, payment] };
    },
  };
}

export function planRemovePayment(step: Step, { books }: Situation): PlannedRequest | undefined {
  const payment = newest(books.payments, step.which);
  if (payment === undefined) return undefined;
  return {
    request: 'deletePayment',
    fields: { paymentID: payment.id },
    codes: [0],
    change: (now) => ({
      ...now,
      payments: now.payments.filter(({ id }) => id !== payment.id),
      deleted: [...now.deleted, `payments/${payment.id}`],
    }),
  };
}
