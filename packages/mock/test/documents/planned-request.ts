import type { NaiveBooks, NaiveDocument } from './naive-document.ts';
import type { NaiveShop } from './naive-shop.ts';

export type RequestFields = Readonly<Record<string, string | number>>;

/** What a request leaves the books as, by the first record of its answer. */
export type Change = (books: NaiveBooks, saved: Readonly<Record<string, unknown>>) => NaiveBooks;

/** A request, and what it has to do. */
export interface PlannedRequest {
  readonly request: string;
  readonly fields: RequestFields;
  /** Codes that it may be answered with: 0 alone unless the references leave it open. */
  readonly codes: readonly number[];
  /** It is sent a second time, and changes nothing. */
  readonly isRepeat?: boolean;
  /** What it changes when it is answered with ok. */
  readonly change: Change;
}

/** What plans are made from. */
export interface Situation {
  readonly shop: NaiveShop;
  readonly books: NaiveBooks;
  readonly today: string;
  /** Requests that were sent before: two that are alike are of different times. */
  readonly sent: number;
  /** The request before this one, where it saved a document with its date and time. */
  readonly last: { readonly planned: PlannedRequest; readonly id: number } | undefined;
}

/** How each table is saved and deleted. */
export const calls = {
  salesDocuments: { name: 'SalesDocument', key: 'id', deleteKey: 'documentID', saved: 'invoiceID' },
  purchaseDocuments: { name: 'PurchaseDocument', key: 'id', deleteKey: 'documentID', saved: 'invoiceID' },
  inventoryRegistrations: { name: 'InventoryRegistration', key: 'inventoryRegistrationID' },
  inventoryWriteOffs: { name: 'InventoryWriteOff', key: 'inventoryWriteOffID' },
  inventoryTransfers: { name: 'InventoryTransfer', key: 'inventoryTransferID' },
} as const;

const isTrade = (table: NaiveDocument['table']) =>
  table === 'salesDocuments' || table === 'purchaseDocuments';

/** The day on which a document moves stock: sales on that of their confirmation (calls.md 2.3), the others on their own. */
export const stockDay = ({ table, date }: Pick<NaiveDocument, 'table' | 'date'>, today: string) =>
  table === 'salesDocuments' ? today : date;

/** The input that confirms a document of the table. */
export const confirmInput = (table: NaiveDocument['table']) =>
  isTrade(table) ? 'confirmInvoice' : 'confirmed';

/** A price as it is sent. */
export const euros = (cents: number) => (cents / 100).toFixed(2);

/** Rows as numbered parameters. Inventory documents know neither discounts nor tax. */
export function rowFields({ table, rows }: Pick<NaiveDocument, 'table' | 'rows'>): RequestFields {
  const fields: Record<string, string | number> = {};
  for (const [index, { productID, amount, cents, discount, vatrateID }] of rows.entries()) {
    const number = index + 1;
    if (productID === 0) fields[`itemName${number}`] = 'A text';
    else fields[`productID${number}`] = productID;
    fields[`amount${number}`] = amount;
    fields[`price${number}`] = euros(cents);
    if (!isTrade(table)) continue;
    fields[`discount${number}`] = discount;
    fields[`vatrateID${number}`] = vatrateID;
  }
  return fields;
}
