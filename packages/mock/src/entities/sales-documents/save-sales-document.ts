import { type calls, recordOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { checkIDs } from '../../generic/check-ids.ts';
import { checkReferences } from '../../generic/check-references.ts';
import { type CallContext, type Handler, userOf } from '../../generic/handler.ts';
import { mergedAttributes } from '../../generic/merged-attributes.ts';
import { claimTemporaryUUID } from '../../generic/temporary-uuid.ts';
import type { Row } from '../../store/row.ts';
import type { Answer } from '../../wire/envelope.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { refuse } from '../../wire/refusal.ts';
import { isGreek, isInEuropeanUnion } from '../customers/account-country.ts';
import { logCustomerData } from '../customers/customer-data-log.ts';
import { defaultCustomer } from '../customers/get-default-customer.ts';
import { indexPayments } from '../payments/paid-of.ts';
import { payInFull } from '../payments/pay-in-full.ts';
import { storeAppliedPromotions } from '../shopping-cart/store-applied-promotions.ts';
import { checkBase, followBases, followCredited, sentBaseIDs } from './base-documents.ts';
import { checkPositiveStock } from './check-positive-stock.ts';
import { checkSentRows } from './check-sent-rows.ts';
import { hasOwnTime, identicalDocument, identityOf } from './document-identity.ts';
import { documentLinks } from './document-links.ts';
import { totalFields } from './document-totals.ts';
import { drawnComponents } from './drawn-components.ts';
import { newHeader, sentHeader } from './sales-header.ts';
import { checkSalesLock } from './sales-lock.ts';
import { madeRows, numberedRows } from './sales-rows.ts';
import { rowsOf, type SalesInput, type SalesSaving } from './sales-saving.ts';
import { stateFields, takeNumber } from './sales-state.ts';

const tableName = 'salesDocuments';

/** Inputs that name records which the table does not refer to. */
const named = {
  addressID: 'addresses',
  payerAddressID: 'addresses',
  shipToAddressID: 'addresses',
  pricelistID: 'priceLists',
  paymentTypeID: 'invoicePaymentTypes',
} as const;

const statisticsOfUnion = ['transactionTypeID', 'transportTypeID', 'deliveryTermsID'] as const;

/** 1011, 1128, 1159: something is named that does not exist, or that the account's country does not have. */
function checkInput(account: Account, input: SalesInput): void {
  if (input.type?.startsWith('SERVICE_') && !isGreek(account)) refuse(1128, 'type');
  const ofUnion = statisticsOfUnion.find((name) => input[name] !== undefined);
  if (ofUnion !== undefined && !isInEuropeanUnion(account)) refuse(1159, ofUnion);
  checkReferences(account, tableName, input);
  checkIDs(account, input, named);
  checkBase(account, input);
  checkSentRows(account, input.rows ?? []);
}

/** 1064: the user does not work at the location of the document. */
function checkLocation({ warehouseIDs }: User, document: Row | undefined): void {
  if (document === undefined || warehouseIDs === null) return;
  if (!warehouseIDs.includes(Number(document.warehouseID))) refuse(1064);
}

/** 1071: who is blocked has to pay for an order when it is made. */
function checkPayment({ account, before, input }: SalesSaving, { type, clientID }: Row): void {
  if (type !== 'ORDER' || input.paymentStatus === 'PAID') return;
  if (before?.type === 'ORDER' && before.clientID === clientID) return;
  if (account.table('customers').get(Number(clientID))?.salesBlocked === 1) refuse(1071, 'customerID');
}

/** A sum of money changes with these. */
const pricing: readonly (keyof SalesInput)[] = ['type', 'isCashInvoice', 'rounding'];

/** What of the document follows from its rows. */
function rowFields(saving: SalesSaving, document: Row): Row {
  const { account, before, input } = saving;
  const isPriced = input.rows !== undefined || pricing.some((name) => input[name] !== undefined);
  if (before !== undefined && !isPriced) return {};
  if (input.rows === undefined) return totalFields(account, document, input.rounding);
  const whole = { ...document, rows: madeRows(saving, document) };
  const drawn = drawnComponents(account, whole);
  const isDrawn = drawn.length > 0 || before?.drawnComponents !== undefined;
  return {
    ...totalFields(account, whole, input.rounding),
    ...(isDrawn ? { drawnComponents: drawn } : {}),
  };
}

/** The document as it will be, but for its number and the IDs of its rows. */
function documentToSave(saving: SalesSaving, defaultCustomerID: number): Row {
  const { account, user, before, input } = saving;
  const sent = sentHeader(account, input);
  if (before !== undefined) checkSalesLock(before, { fields: sent, rows: input.rows });
  const bases = sentBaseIDs(input);
  const header: Row = {
    ...(before ?? newHeader(account, user, defaultCustomerID)),
    ...sent,
    ...mergedAttributes(before ?? {}, sent),
    ...(bases === undefined ? {} : { baseDocuments: bases.map((id) => ({ id })) }),
  };
  for (const one of [before, header]) checkLocation(user, one);
  checkPayment(saving, header);
  const document = { ...header, ...stateFields(saving, header) };
  const whole = { ...document, ...rowFields(saving, document) };
  const hasIdentity = before === undefined ? hasOwnTime(input) : Boolean(before.identity);
  return hasIdentity ? { ...whole, identity: identityOf(whole) } : whole;
}

/** What an edit changes. When a document was made, only its first save says. */
function changedFields(before: Row, fields: Row): Row {
  const changed = Object.entries(fields).filter(
    ([name, value]) => name !== 'added' && value !== before[name],
  );
  return Object.fromEntries(changed);
}

/** Writes a document that was checked, and what follows from it; answers its ID. */
function writeDocument(saving: SalesSaving, document: Row): number {
  const { account, user, before, input } = saving;
  const rows =
    input.rows === undefined ? {} : { rows: numberedRows(account, rowsOf(before), rowsOf(document)) };
  const fields = { ...document, number: takeNumber(saving, document), ...rows };
  const id = input.id ?? account.insert(tableName, fields, user);
  if (before !== undefined) account.update(tableName, { id, fields: changedFields(before, fields), user });
  followBases({ account, user, id, before });
  followCredited({ account, user, id, before });
  if (input.rows !== undefined) storeAppliedPromotions(account, { documentID: id, rows: input.rows, user });
  return id;
}

function answerOf(context: CallContext, id: number): Answer {
  const { account, call } = context;
  const write = recordWriter(recordOf(call) ?? account.table(tableName).definition.record);
  const document: Row = account.table(tableName).get(id) ?? {};
  const { number: invoiceNo, customNumber, netTotal: net, vatTotal: vat, rounding, total, rows } = document;
  const links = documentLinks(context)(id);
  const saved = { invoiceID: id, invoiceNo, customNumber, ...links, net, vat, rounding, total, rows };
  return { recordsTotal: 1, records: [write(saved)] };
}

/** What a document was made for is logged where the law wants it: it has the name and maybe the address of a person. */
function logPerson({ account, user }: SalesSaving, { clientID, addressID }: Row): void {
  const fields = ['name', ...(addressID ? ['address'] : [])];
  logCustomerData(account, user, { customerID: Number(clientID ?? 0), activityType: 'read', fields });
}

/** The customer of a new document that names none. */
const customerOf = async (account: Account, { id, customerID, pointOfSaleID = 0 }: SalesInput) =>
  id === undefined && !customerID ? ((await defaultCustomer(account, pointOfSaleID)) ?? 0) : 0;

/** Makes a sales document or edits one. All is checked before the first write; stock follows what is stored. */
export const saveSalesDocument: Handler<typeof calls.saveSalesDocument> = async (context, input) => {
  const { account } = context;
  const user = userOf(context);
  const table = account.table(tableName);
  // What waits comes first: from the first look at the document to its change nobody comes between.
  for (const field of ['number', 'identity', 'creditToDocumentID']) await table.index(field);
  if (input.paymentStatus === 'PAID') await indexPayments(account);
  const defaultCustomerID = await customerOf(account, input);
  const uuid = input.id === undefined ? input.temporaryUUID : undefined;
  const remember = claimTemporaryUUID(account, { table: tableName, uuid });
  checkInput(account, input);
  const before = input.id === undefined ? undefined : (table.get(input.id) ?? refuse(1011, 'id'));
  const saving: SalesSaving = { account, user, input, before };
  const document = documentToSave(saving, defaultCustomerID);
  const identical = before === undefined ? identicalDocument(account, document) : undefined;
  if (identical !== undefined) return answerOf(context, identical);
  checkPositiveStock(account, before, document);
  const id = writeDocument(saving, document);
  remember();
  if (input.paymentStatus === 'PAID') payInFull(context, id, input.paymentInfo);
  logPerson(saving, document);
  return answerOf(context, id);
};
