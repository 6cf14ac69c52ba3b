import type { Account } from '../../account/account.ts';
import { eachOfInSlices } from '../../slices.ts';
import type { Row } from '../../store/row.ts';
import type { Table } from '../../store/table.ts';
import { fromCents, toCents } from '../payments/cents.ts';
import { payerOf } from '../payments/payer-of.ts';

export interface BalanceOptions {
  /** What was paid in advance does not count. */
  readonly withoutPrepayments?: boolean;
  /** As it was at the end of that day, yyyy-mm-dd; all that there is when left out. */
  readonly date?: string | undefined;
}

/** Types of documents that customers owe money for once they are confirmed: those that are revenue. */
const owedTypes: ReadonlySet<unknown> = new Set([
  ...['INVWAYBILL', 'CASHINVOICE', 'INVOICE', 'EXPORTINVOICE', 'CREDITINVOICE'],
  ...['SERVICE_INVOICE', 'SERVICE_CASH_INVOICE', 'SERVICE_INVOICE_WAYBILL'],
]);

const isLater = (table: Table, id: number, { date }: BalanceOptions) =>
  date !== undefined && String(table.value('date', id) ?? '') > date;

/** Money of a record in cents of the account's currency. */
const ownCents = (table: Table, id: number, field: string) =>
  toCents(Number(table.value(field, id) ?? 0) * (Number(table.value('currencyRate', id) ?? 1) || 1));

/** What a document adds to what its payer owes, in cents. */
function owedFor(documents: Table, id: number, options: BalanceOptions): number {
  if (documents.value('confirmed', id) !== 1 || !owedTypes.has(documents.value('type', id))) return 0;
  return isLater(documents, id, options) ? 0 : ownCents(documents, id, 'total');
}

/** What was paid in advance: before the goods came, or as a deposit (inferred). */
const isInAdvance = (payments: Table, id: number) =>
  payments.value('isPrepayment', id) === 1 || !payments.value('documentID', id);

/** What a payment takes from what its customer owes, in cents. */
function paidWith(payments: Table, id: number, options: BalanceOptions): number {
  if (isLater(payments, id, options)) return 0;
  return options.withoutPrepayments === true && isInAdvance(payments, id) ? 0 : ownCents(payments, id, 'sum');
}

/** What customers owe: invoices less payments, in the account's currency; negative for what was paid in advance. */
export type Balances = (customerID: number) => number;

const inMoney =
  (cents: ReadonlyMap<number, number>): Balances =>
  (customerID) =>
    fromCents(cents.get(customerID) ?? 0);

/** Balances of some customers; the indexes that they are found by are made in slices. */
export async function balancesOf(
  account: Account,
  customerIDs: readonly number[],
  options: BalanceOptions = {},
): Promise<Balances> {
  const [documents, payments] = [account.table('salesDocuments'), account.table('payments')];
  for (const field of ['clientID', 'payerID']) await documents.index(field);
  await payments.index('customerID');
  const cents = new Map<number, number>();
  await eachOfInSlices(customerIDs, (customerID) => {
    const ids = new Set(['clientID', 'payerID'].flatMap((field) => documents.find(field, customerID)));
    let sum = 0;
    for (const id of ids) if (payerOf(account, id) === customerID) sum += owedFor(documents, id, options);
    for (const id of payments.find('customerID', customerID)) sum -= paidWith(payments, id, options);
    cents.set(customerID, sum);
  });
  return inMoney(cents);
}

/** IDs that a table has or had, in no order: to sort those that an account has added would hold the event loop. */
function* knownIDs(table: Table): Generator<number> {
  const { firstID, lastID } = table.base;
  for (let id = firstID; id <= lastID; id += 1) yield id;
  for (const id of table.changes.keys()) if (!table.isBase(id)) yield id;
}

/** Balances of all customers, in one pass over all documents and payments. */
export async function allBalances(account: Account, options: BalanceOptions = {}): Promise<Balances> {
  const [documents, payments] = [account.table('salesDocuments'), account.table('payments')];
  const cents = new Map<number, number>();
  const add = (customerID: number, more: number) =>
    more === 0 || cents.set(customerID, (cents.get(customerID) ?? 0) + more);
  await eachOfInSlices(knownIDs(documents), (id) => {
    if (documents.has(id)) add(payerOf(account, id), owedFor(documents, id, options));
  });
  await eachOfInSlices(knownIDs(payments), (id) => {
    if (payments.has(id))
      add(Number(payments.value('customerID', id) ?? 0), -paidWith(payments, id, options));
  });
  return inMoney(cents);
}

/** Balance and credit in the record of a customer. */
export function balanceFields(customer: Row, balances: Balances): Row {
  const creditLimit = Number(customer.credit ?? 0);
  const actualBalance = balances(Number(customer.customerID ?? 0));
  return {
    actualBalance,
    creditLimit,
    availableCredit: fromCents(toCents(creditLimit) - toCents(actualBalance)),
    creditAllowed: creditLimit > 0 ? 1 : 0,
  };
}
