import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';
import { isInEuropeanUnion } from '../customers/account-country.ts';
import { type PurchaseInput, readJDoc } from './sent-purchase-rows.ts';

/** Inputs that only accounts in the European Union have. */
const unionInputs = ['transactionTypeID', 'transportTypeID', 'deliveryTermsID'] as const;

/** Types that need the setting `use_purchase_waybills`. */
const waybillTypes: readonly unknown[] = ['PRCWAYBILL', 'PRCINVOICEONLY'];

/** 1016: the account has no such type. */
function checkType(account: Account, type: string | undefined): void {
  const settings = account.table('confParameters').get(1) ?? {};
  if (waybillTypes.includes(type) && settings.use_purchase_waybills !== 1) refuse(1016, 'type');
}

/** 1011 and 1016: the account does not have the currency, or it is worth nothing. */
export function checkCurrency(
  account: Account,
  { currencyCode, currencyRate }: Pick<PurchaseInput, 'currencyCode' | 'currencyRate'>,
): void {
  if (currencyCode && account.table('currencies').find('code', currencyCode).length === 0)
    refuse(1011, 'currencyCode');
  if (currencyRate !== undefined && currencyRate <= 0) refuse(1016, 'currencyRate');
}

/** 1011: it is based on what does not exist, or on itself. */
function checkBases(account: Account, { id, baseDocumentIDs = [] }: PurchaseInput): void {
  const table = account.table('purchaseDocuments');
  if (baseDocumentIDs.some((base) => base !== 0 && (base === id || !table.has(base))))
    refuse(1011, 'baseDocumentIDs');
}

/** What of a save is wrong whatever the document was. 1159: it has what only accounts in the EU have. */
export function checkPurchaseInput(account: Account, input: PurchaseInput): void {
  checkType(account, input.type);
  checkCurrency(account, input);
  if (input.jdoc) readJDoc(input.jdoc, 'jdoc');
  const ofUnion = unionInputs.find((name) => input[name]);
  if (ofUnion !== undefined && !isInEuropeanUnion(account)) refuse(1159, ofUnion);
  checkBases(account, input);
}
