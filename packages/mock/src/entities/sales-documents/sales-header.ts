import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { savedFields } from '../../generic/saved-fields.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { shopTime } from '../account/shop-time.ts';
import type { SalesInput } from './sales-saving.ts';

/** Days until a document has to be paid, in an account that never set them. */
const paymentDays = 14;

/** A document always has these: nothing stands for what it has. */
const neverNone: readonly string[] = ['customerID', 'warehouseID', 'employeeID', 'date', 'time'];

/** Inputs that the document does not take over as they are. */
const notKept: readonly string[] = [
  'id',
  'rows',
  'baseDocumentID',
  'baseDocumentIDs',
  'invoiceNo',
  'paymentStatus',
  'rounding',
  'currencyCode',
  'currencyRate',
];

/** The currency that was sent, where the account has it, else the account's own. */
function currencyFields(account: Account, { currencyCode, currencyRate }: SalesInput, isNew: boolean): Row {
  if (currencyRate !== undefined && currencyRate <= 0) refuse(1016, 'currencyRate');
  const rate = currencyRate === undefined ? {} : { currencyRate };
  if (!currencyCode && !isNew) return rate;
  const currencies = account.table('currencies');
  const [id] = currencies.find('code', currencyCode ?? '');
  if (id !== undefined) return { currencyCode, currencyRate: currencyRate ?? currencies.get(id)?.rate ?? 1 };
  const own = account.table('confParameters').get(1)?.default_currency ?? 'EUR';
  return { currencyCode: own, currencyRate: currencyCode ? 1 : (currencyRate ?? 1) };
}

/** The way of payment that is named by its ID only. */
function paymentFields(account: Account, { paymentType, paymentTypeID }: SalesInput): Row {
  if (!paymentTypeID || paymentType) return {};
  return { paymentType: account.table('invoicePaymentTypes').get(paymentTypeID)?.type ?? '' };
}

/** What a save says of the document itself, under the names of the record. */
export function sentHeader(account: Account, input: SalesInput): Row {
  const named = Object.entries(input).filter(
    ([name, value]) => !notKept.includes(name) && (value || !neverNone.includes(name)),
  );
  return {
    ...savedFields(account.table('salesDocuments').definition, Object.fromEntries(named)),
    ...currencyFields(account, input, input.id === undefined),
    ...paymentFields(account, input),
    confirmed: input.confirmInvoice ?? 1,
  };
}

/** What a new document has where its save does not say. */
export function newHeader(account: Account, user: User, defaultCustomerID: number): Row {
  return {
    type: 'INVWAYBILL',
    warehouseID: account.table('warehouses').ids().next().value ?? 0,
    clientID: defaultCustomerID,
    employeeID: user.employeeID,
    paymentDays,
    printDiscounts: 1,
    euInvoiceType: 'DOMESTIC',
    number: '0',
    ...shopTime(account),
  };
}
