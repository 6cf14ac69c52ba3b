import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';

/** What two payments have in common that are taken for one (inferred), beside a day and a time that the client sent. */
const telling = [
  ...['documentID', 'customerID', 'typeID', 'sum', 'currencyCode', 'date', 'time'],
  ...['cashPaid', 'cashChange', 'storeCredit'],
] as const;

/** What tells a payment apart from others; empty where its day or its time is that of the server. */
export function identityOf(payment: Row, sent: Row): string {
  const hasOwnTime = Boolean(sent.date) && Boolean(sent.time);
  return hasOwnTime ? JSON.stringify(telling.map((field) => payment[field] ?? 0)) : '';
}

/** The payment that one is the same as; `undefined` for one of its own, or where the account makes them all. */
export const samePayment = (account: Account, identity: string): number | undefined =>
  identity === '' || account.switches.duplicateDocuments === 'off'
    ? undefined
    : account.table('payments').find('identity', identity)[0];
