import type { TableName } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';
import type { SentRow } from './sales-saving.ts';

/** What the IDs in a row refer to. */
const tables: Readonly<Record<string, TableName>> = {
  productID: 'products',
  serviceID: 'services',
  vatrateID: 'vatRates',
  employeeID: 'employees',
  returnReasonID: 'reasonCodes',
  packageID: 'productPackages',
  sourceWaybillID: 'salesDocuments',
};

function checkRow(account: Account, row: SentRow, number: number): void {
  const { productID, serviceID, itemName, amount, price } = row;
  if (productID && serviceID) refuse(1013, `serviceID${number}`);
  if (row.billingReadingIDs?.length && row.billingStatementID) refuse(1013, `billingReadingIDs${number}`);
  for (const [field, table] of Object.entries(tables)) {
    const id = row[field as keyof SentRow];
    if (typeof id === 'number' && id !== 0 && !account.table(table).has(id))
      refuse(1011, `${field}${number}`);
  }
  if (productID || serviceID) {
    if (amount === undefined) refuse(1010, `amount${number}`);
    return;
  }
  if (!itemName) refuse(1010, `productID${number}`);
  if (amount === undefined && price !== undefined) refuse(1010, `amount${number}`);
  if (price === undefined && amount !== undefined) refuse(1010, `price${number}`);
}

/**
 * 1010: a row sells nothing, or not so many. 1011: something of it does not exist. 1013: it sells two things at once, or
 * bills twice.
 */
export function checkSentRows(account: Account, rows: readonly SentRow[]): void {
  for (const [index, row] of rows.entries()) checkRow(account, row, index + 1);
}
