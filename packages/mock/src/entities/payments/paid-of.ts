import type { Account } from '../../account/account.ts';
import type { ReadTable } from '../../store/behaviour.ts';
import { fromCents, toCents } from './cents.ts';

/** What a document says of its payments. */
export interface PaidFields {
  /** In the currency of the document. */
  readonly paid: number;
  readonly paymentStatus: 'PAID' | 'UNPAID';
}

/** Makes the index, in slices, by which payments of documents are found: ask before `paidOf` is asked for many. */
export const indexPayments = (account: Account): Promise<void> =>
  account.table('payments').index('documentID');

/** Where documents and payments are: an account, or the tables that a record is made of. */
interface PaymentTables {
  table(name: string): Pick<ReadTable, 'find' | 'value'>;
}

/** What was paid of a sales document, in its currency: other currencies by their rates (inferred). */
export function paidOf(account: PaymentTables, documentID: number): number {
  const [payments, documents] = [account.table('payments'), account.table('salesDocuments')];
  const currency = documents.value('currencyCode', documentID);
  let cents = 0;
  for (const id of payments.find('documentID', documentID)) {
    const sum = Number(payments.value('sum', id) ?? 0);
    if (payments.value('currencyCode', id) === currency) cents += toCents(sum);
    else {
      const rate = Number(payments.value('currencyRate', id) ?? 1) || 1;
      cents += toCents((sum * rate) / (Number(documents.value('currencyRate', documentID) ?? 1) || 1));
    }
  }
  return fromCents(cents);
}

/** What is left to be paid of a sales document; below 0 where money has to go back, or too much was paid. */
export function dueOf(account: Account, documentID: number): number {
  const total = Number(account.table('salesDocuments').value('total', documentID) ?? 0);
  return fromCents(toCents(total) - toCents(paidOf(account, documentID)));
}

/** What is paid of a document, and whether that is all of it: of a credit invoice, all that has to go back (inferred). */
export function paidFields(account: PaymentTables, documentID: number): PaidFields {
  const paid = paidOf(account, documentID);
  const total = Number(account.table('salesDocuments').value('total', documentID) ?? 0);
  const isPaid = total < 0 ? toCents(paid) <= toCents(total) : toCents(paid) >= toCents(total);
  return { paid, paymentStatus: isPaid ? 'PAID' : 'UNPAID' };
}
