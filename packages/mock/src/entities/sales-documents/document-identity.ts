import { hash } from 'node:crypto';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { rowsOf, type SalesInput } from './sales-saving.ts';

/** The time of a document whose date and time were sent is its own; that of others is when they were saved. */
export const hasOwnTime = ({ date, time }: SalesInput) =>
  typeof date === 'string' && time !== undefined && time !== '';

const rowIdentity = (row: Row) =>
  ['productID', 'serviceID', 'itemName', 'amount', 'price', 'discount'].map((field) => row[field] || 0);

/** What tells a document apart from others: one with the same of it is the same (inferred which fields these are). */
export function identityOf(document: Row): string {
  const { type, date, time, clientID, pointOfSaleID = 0, total } = document;
  const facts = [type, date, time, clientID, pointOfSaleID, total, rowsOf(document).map(rowIdentity)];
  return hash('sha256', JSON.stringify(facts), 'base64url');
}

/** The document of the account that a new one is identical with; `undefined` where there is none. */
export function identicalDocument(account: Account, document: Row): number | undefined {
  if (account.switches.duplicateDocuments === 'off' || !document.identity) return undefined;
  return account.table('salesDocuments').find('identity', document.identity)[0];
}
