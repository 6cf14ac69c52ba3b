import type { calls, InputOf, TableName } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

export type PurchaseInput = InputOf<typeof calls.savePurchaseDocument>;

/** A row as it is sent. */
export type SentPurchaseRow = NonNullable<PurchaseInput['rows']>[number];

/** What the IDs in a row refer to. */
const tables: Readonly<Record<string, TableName>> = {
  productID: 'products',
  serviceID: 'services',
  vatrateID: 'vatRates',
  packageID: 'productPackages',
};

/** JSON with an object for each application; 1014 for anything else. */
export function readJDoc(text: string, field: string): Row {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    refuse(1014, field);
  }
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(read) || !Object.values(read as Row).every(isObject)) refuse(1014, field);
  return read as Row;
}

function checkRow(account: Account, row: SentPurchaseRow, number: number): void {
  const { productID, serviceID, itemName, amount, rowJDoc } = row;
  if (productID && serviceID) refuse(1013, `serviceID${number}`);
  for (const [field, table] of Object.entries(tables)) {
    const id = row[field as keyof SentPurchaseRow];
    if (typeof id === 'number' && id !== 0 && !account.table(table).has(id))
      refuse(1011, `${field}${number}`);
  }
  if (productID || serviceID) {
    if (amount === undefined) refuse(1010, `amount${number}`);
  } else if (!itemName) refuse(1010, `productID${number}`);
  if (rowJDoc) readJDoc(rowJDoc, `rowJDoc${number}`);
}

/**
 * 1010: a row buys nothing, or not so many. 1011: something of it does not exist. 1013: it buys two things at once. 1014:
 * its JSON is none. 1217: it has a delivery date, and is not of an order.
 */
export function checkPurchaseRows(account: Account, type: unknown, rows: readonly SentPurchaseRow[]): void {
  for (const [index, row] of rows.entries()) {
    checkRow(account, row, index + 1);
    if (row.deliveryDate && type !== 'PRCORDER') refuse(1217, `deliveryDate${index + 1}`);
  }
}
