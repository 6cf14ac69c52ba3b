import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { fromCents, toCents } from './cents.ts';

/** What a document says of its payments. */
export interface PaidFields {
  /** In the currency of the document. */
  readonly paid: number;
  readonly paymentStatus: 'PAID' | 'UNPAID';
}

/** Where documents and payments are: an account, or what its records are made of. */
interface PaymentsHolder {
  table(name: 'payments' | 'salesDocuments'): {
    find(field: string, value: unknown): readonly number[];
    get(id: number): Row | undefined;
  };
}

/** Makes the index, in slices, by which payments of documents are found: ask before `paidOf` is asked for many. */
export const indexPayments = (account: Account): Promise<void> =>
  account.table('payments').index('documentID');

const documentOf = (holder: PaymentsHolder, documentID: number): Row =>
  holder.table('salesDocuments').get(documentID) ?? {};

const rateOf = ({ currencyRate }: Row) => Number(currencyRate ?? 1) || 1;

/** What was paid of a sales document, in its currency: other currencies by their rates (inferred). */
export function paidOf(holder: PaymentsHolder, documentID: number): number {
  const payments = holder.table('payments');
  const ids = payments.find('documentID', documentID);
  if (ids.length === 0) return 0;
  const document = documentOf(holder, documentID);
  let cents = 0;
  for (const id of ids) {
    const payment = payments.get(id) ?? {};
    const sum = Number(payment.sum ?? 0);
    const isOfDocument = payment.currencyCode === document.currencyCode;
    cents += toCents(isOfDocument ? sum : (sum * rateOf(payment)) / rateOf(document));
  }
  return fromCents(cents);
}

/** Paid in full: of what is owed to the customer, when it went back (inferred). */
export const isPaid = (total: number, paid: number): boolean =>
  total < 0 ? toCents(paid) <= toCents(total) : toCents(paid) >= toCents(total);

/** What is left to be paid of a sales document; below 0 where money has to go back, or too much was paid. */
export function dueOf(holder: PaymentsHolder, documentID: number): number {
  const { total = 0 } = documentOf(holder, documentID);
  return fromCents(toCents(Number(total)) - toCents(paidOf(holder, documentID)));
}

/** What is paid of a document, and whether that is all of it. */
export function paidFields(holder: PaymentsHolder, documentID: number): PaidFields {
  const { total = 0 } = documentOf(holder, documentID);
  const paid = paidOf(holder, documentID);
  return { paid, paymentStatus: isPaid(Number(total), paid) ? 'PAID' : 'UNPAID' };
}
