export type DocumentTable =
  | 'salesDocuments'
  | 'purchaseDocuments'
  | 'inventoryRegistrations'
  | 'inventoryWriteOffs'
  | 'inventoryTransfers';

export interface NaiveRow {
  /** 0 of a row that is a text. */
  readonly productID: number;
  /** As it was sent: what a purchase return or a credit invoice moves back is negative. */
  readonly amount: number;
  /** Net price of one before the discount, in cents. */
  readonly cents: number;
  /** Whole percent. */
  readonly discount: number;
  readonly vatrateID: number;
}

/** A document as its requests left it. */
export interface NaiveDocument {
  readonly table: DocumentTable;
  readonly id: number;
  readonly type: string;
  readonly isConfirmed: boolean;
  /** The day it moves stock on, `''` of a draft. */
  readonly day: string;
  /** Among documents of one day, those that were confirmed first come first. */
  readonly order: number;
  readonly date: string;
  readonly warehouseID: number;
  /** Where a transfer goes. */
  readonly toWarehouseID: number;
  /** Its customer or supplier; 0 where it has none. */
  readonly partyID: number;
  readonly rows: readonly NaiveRow[];
  readonly reserveGoods: boolean;
  /** The last day of its reservation; `''` without an end. */
  readonly reservedUntil: string;
  /** The document that it is based on; 0 of none. */
  readonly baseID: number;
  /** The document that a credit invoice credits; 0 of none. */
  readonly creditedID: number;
}

/** Sales documents that take goods out of stock, and bring back those of a credit invoice (calls.md 2.3). */
export const stockTypes = ['INVWAYBILL', 'CASHINVOICE', 'WAYBILL', 'EXPORTINVOICE', 'CREDITINVOICE'];
/** Sales documents that are revenue (calls.md 2.3). */
export const revenueTypes = ['INVWAYBILL', 'CASHINVOICE', 'INVOICE', 'EXPORTINVOICE', 'CREDITINVOICE'];
/** Purchase documents that bring goods, or take back those of a return (calls.md 2.4). */
export const receiptTypes = ['PRCINVOICE', 'CASHPRCINVOICE', 'PRCWAYBILL', 'PRCRETURN'];

export interface NaivePayment {
  readonly id: number;
  /** 0 of a deposit. */
  readonly documentID: number;
  readonly customerID: number;
  readonly cents: number;
}

/** What an account holds, by its requests. */
export interface NaiveBooks {
  readonly documents: readonly NaiveDocument[];
  readonly payments: readonly NaivePayment[];
  /** What was deleted, as `table/id`. */
  readonly deleted: readonly string[];
}

export const emptyBooks: NaiveBooks = { documents: [], payments: [], deleted: [] };

const isSame = (one: Pick<NaiveDocument, 'table' | 'id'>, other: Pick<NaiveDocument, 'table' | 'id'>) =>
  one.table === other.table && one.id === other.id;

/** The books with this document instead of the one of its ID, or beside the others. */
export function withDocument(books: NaiveBooks, document: NaiveDocument): NaiveBooks {
  const isKnown = books.documents.some((other) => isSame(other, document));
  const documents = isKnown
    ? books.documents.map((other) => (isSame(other, document) ? document : other))
    : [...books.documents, document];
  return { ...books, documents };
}

/** The books without this document: payments of a sales document stay, as deposits of their customer (calls.md, deleteSalesDocument). */
export function withoutDocument(books: NaiveBooks, document: NaiveDocument): NaiveBooks {
  return {
    deleted: [...books.deleted, `${document.table}/${document.id}`],
    documents: books.documents.filter((other) => !isSame(other, document)),
    payments: books.payments.map((payment) =>
      document.table === 'salesDocuments' && payment.documentID === document.id
        ? { ...payment, documentID: 0 }
        : payment,
    ),
  };
}

/** The order of the next document that is confirmed. */
export const nextOrder = ({ documents }: NaiveBooks) =>
  documents.reduce((last, { order }) => Math.max(last, order), 0) + 1;
