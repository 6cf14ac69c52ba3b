import { type calls, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { checkReferences } from '../../generic/check-references.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { mergedAttributes } from '../../generic/merged-attributes.ts';
import { checkNeeds } from '../../generic/save.ts';
import { savedFields } from '../../generic/saved-fields.ts';
import { claimTemporaryUUID } from '../../generic/temporary-uuid.ts';
import type { Row } from '../../store/row.ts';
import type { Answer } from '../../wire/envelope.ts';
import { refuse } from '../../wire/refusal.ts';
import { shopTime } from '../account/shop-time.ts';
import { checkPurchaseInput } from './check-purchase.ts';
import { completedPurchase } from './completed-purchase.ts';
import { nextPurchaseRowID, nextRegnumber, purchaseOrdersOf } from './purchase-book.ts';
import { checkPurchaseLock, isLocked } from './purchase-lock.ts';
import { madePurchaseRows } from './purchase-rows.ts';
import { accountingFields } from './purchase-totals.ts';
import { checkPurchaseRows, type PurchaseInput, readJDoc } from './sent-purchase-rows.ts';
import { settleOrders } from './settle-orders.ts';

const tableName = 'purchaseDocuments';

/** Inputs that the document does not take over as they are. */
const notKept: readonly string[] = ['id', 'rows', 'baseDocumentIDs', 'temporaryUUID', 'jdoc', 'currencyRate'];

/** What a new document has where its save does not say. */
function newHeader(account: Account, user: User): Row {
  return {
    type: 'PRCINVOICE',
    warehouseID: account.table('warehouses').ids().next().value ?? 0,
    employeeID: user.employeeID,
    ...shopTime(account),
  };
}

/** The rate that was sent, else that of a currency that was sent. */
function rateFields(account: Account, { currencyCode, currencyRate }: PurchaseInput): Row {
  if (currencyRate !== undefined) return { currencyRate };
  if (!currencyCode) return {};
  const currencies = account.table('currencies');
  const [id = 0] = currencies.find('code', currencyCode);
  return { currencyRate: currencies.get(id)?.rate || 1 };
}

/** What a save says of the document itself, under the names of the record. */
function sentHeader(account: Account, input: PurchaseInput): Row {
  const named = Object.entries(input).filter(([name, value]) => !notKept.includes(name) && value !== null);
  const { baseDocumentIDs, jdoc } = input;
  return {
    ...savedFields(account.table(tableName).definition, Object.fromEntries(named)),
    ...rateFields(account, input),
    ...(baseDocumentIDs === undefined
      ? {}
      : { baseDocuments: [...new Set(baseDocumentIDs)].filter((id) => id !== 0).map((id) => ({ id })) }),
    ...(jdoc ? { jdoc: readJDoc(jdoc, 'jdoc') } : {}),
    confirmed: input.confirmInvoice ?? 1,
  };
}

interface PurchaseToSave {
  readonly account: Account;
  readonly user: User;
  readonly input: PurchaseInput;
  readonly before: Row | undefined;
}

/** The document as it will be, all checks passed. Nothing is written, and no number taken. */
function checkedDocument({ account, user, input, before }: PurchaseToSave): Row {
  checkPurchaseInput(account, input);
  const sent = sentHeader(account, input);
  const header: Row = { ...(before ?? newHeader(account, user)), ...sent };
  const { warehouseIDs } = user;
  if (warehouseIDs !== null && !warehouseIDs.includes(Number(header.warehouseID))) refuse(1064);
  if (input.reasonID && header.type !== 'PRCRETURN') refuse(1210, 'reasonID');
  if (before !== undefined) checkPurchaseLock(before, { fields: sent, rows: input.rows });
  if (input.rows !== undefined) checkPurchaseRows(account, header.type, input.rows);
  return { ...header, ...mergedAttributes(before ?? {}, sent) };
}

/** The document with its rows: those that were sent, unless it keeps what it has. */
function withRows({ account, input, before }: PurchaseToSave, document: Row): Row {
  const old = (before?.rows ?? []) as readonly Row[];
  const keeps = input.rows === undefined || isLocked(before);
  const rows = keeps ? old : madePurchaseRows({ account, document, before: old, sent: input.rows ?? [] });
  const own = Object.fromEntries(
    accountingFields.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
  );
  return completedPurchase(account, { document: { ...document, rows }, before, own });
}

/** What the call answers: the document as it is now. */
function answerOf(account: Account, id: number): Answer {
  const document: Row = account.table(tableName).get(id) ?? {};
  const rows = (document.rows ?? []) as readonly Row[];
  const saved = {
    invoiceID: id,
    invoiceRegNo: document.regnumber ?? '',
    invoiceNo: document.number ?? '',
    invoiceLink: '',
    net: document.netTotal ?? 0,
    vat: document.vatTotal ?? 0,
    total: document.total ?? 0,
    rows: rows.map(({ stableRowID, productID = 0, serviceID = 0, amount }) => ({
      ...{ rowID: nextPurchaseRowID(account), stableRowID, productID, serviceID },
      amount: String(amount),
    })),
  };
  return { recordsTotal: 1, records: [phpJson(saved)] };
}

/**
 * Makes a purchase document or edits one. All is checked before the first write, and nothing waits in between, so that
 * requests of one document are answered one after another.
 */
export const savePurchaseDocument: Handler<typeof calls.savePurchaseDocument> = (context, input) => {
  const { account, call } = context;
  const user = userOf(context);
  const before =
    input.id === undefined ? undefined : (account.table(tableName).get(input.id) ?? refuse(1011, 'id'));
  const uuid = before === undefined ? input.temporaryUUID : undefined;
  const remember = claimTemporaryUUID(account, { table: tableName, uuid });
  if (before === undefined) checkNeeds(call, input);
  checkReferences(account, tableName, input);
  const saving = { account, user, input, before };
  const fields = withRows(saving, checkedDocument(saving));
  const around = input.id === undefined ? [] : purchaseOrdersOf(account).ordersAround(input.id);
  const id = input.id ?? account.insert(tableName, fields, user);
  if (before === undefined) {
    account.table(tableName).update(id, { regnumber: nextRegnumber(account, String(fields.type)) });
    remember();
  } else account.update(tableName, { id, fields, user });
  settleOrders(account, [...around, ...purchaseOrdersOf(account).ordersAround(id)], user);
  return answerOf(account, id);
};
