import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import type { SalesInput, WrittenDocument } from './sales-saving.ts';

const tableName = 'salesDocuments';

/** What nothing can be made of. */
const lastTypes: readonly unknown[] = ['INVOICE', 'INVWAYBILL', 'CASHINVOICE', 'CREDITINVOICE'];

/** What does not deliver what its base promised. */
const promisingTypes: readonly unknown[] = ['PREPAYMENT', 'OFFER'];

/** What is fulfilled by what follows. */
const fulfilledTypes: readonly unknown[] = ['ORDER', 'OFFER', 'PREPAYMENT', 'RESERVATION'];

const notInvoicing: readonly unknown[] = ['WAYBILL', 'ORDER', 'OFFER', 'PREPAYMENT', 'RESERVATION'];

/** IDs of the documents that a list of a document names: `baseDocuments` or `followUpDocuments`. */
export const linkedIDs = (document: Row | undefined, list: 'baseDocuments' | 'followUpDocuments'): number[] =>
  ((document?.[list] ?? []) as readonly Row[]).map(({ id }) => Number(id));

/** The documents that a save says it is based on; `undefined` where it says nothing. */
export function sentBaseIDs({ baseDocumentID, baseDocumentIDs }: SalesInput): number[] | undefined {
  if (baseDocumentID === undefined && baseDocumentIDs === undefined) return undefined;
  const ids = [...(baseDocumentID === undefined ? [] : [baseDocumentID]), ...(baseDocumentIDs ?? [])];
  return [...new Set(ids.filter((id) => id !== 0))];
}

/**
 * 1011: it is based on what does not exist, or on itself. 1074: on an invoice. 1073: on documents of several types or
 * customers.
 */
export function checkBase(account: Account, input: SalesInput): void {
  const table = account.table(tableName);
  const field = input.baseDocumentIDs === undefined ? 'baseDocumentID' : 'baseDocumentIDs';
  const bases = (sentBaseIDs(input) ?? []).map((id) =>
    id === input.id ? refuse(1011, field) : (table.get(id) ?? refuse(1011, field)),
  );
  if (bases.some(({ type }) => lastTypes.includes(type))) refuse(1074, field);
  const kinds = bases.map(({ type, clientID = 0, payerID = 0 }) => `${type}/${clientID}/${payerID}`);
  if (new Set(kinds).size > 1) refuse(1073, field);
}

/** What a document is once these follow it: the goods that it promised have been delivered, and maybe billed. */
function stateAfter(account: Account, document: Row, followUpIDs: readonly number[]): Row {
  const { type, confirmed, invoiceState } = document;
  if (confirmed !== 1 || !fulfilledTypes.includes(type)) return {};
  const followUps = followUpIDs
    .map((id) => account.table(tableName).get(id))
    .filter((one) => one?.confirmed === 1 && !promisingTypes.includes(one.type));
  const isInvoiced = followUps.some((one) => !notInvoicing.includes(one?.type));
  const wasFulfilled = invoiceState === 'FULFILLED';
  return {
    ...(followUps.length > 0 ? { invoiceState: 'FULFILLED' } : wasFulfilled ? { invoiceState: 'READY' } : {}),
    ...(type === 'ORDER' ? { orderInvoiced: isInvoiced ? 1 : 0 } : {}),
  };
}

/** Writes into a document which ones follow it, and what that makes of it; nothing where nothing is another. */
function relink(
  account: Account,
  id: number,
  change: { readonly followUpIDs: readonly number[]; readonly user: User },
): void {
  const document = account.table(tableName).get(id);
  if (document === undefined) return;
  const fields: Row = {
    followUpDocuments: change.followUpIDs.map((followUpID) => ({ id: followUpID })),
    ...stateAfter(account, document, change.followUpIDs),
  };
  const isSame = Object.entries(fields).every(
    ([name, value]) => JSON.stringify(document[name] ?? null) === JSON.stringify(value),
  );
  if (!isSame) account.update(tableName, { id, fields, user: change.user });
}

/** Keeps the other end true after a document was saved or deleted. */
export function followBases({ account, user, id, before }: WrittenDocument): void {
  const bases = linkedIDs(account.table(tableName).get(id), 'baseDocuments');
  for (const baseID of new Set([...linkedIDs(before, 'baseDocuments'), ...bases])) {
    const known = linkedIDs(account.table(tableName).get(baseID), 'followUpDocuments');
    const others = known.filter((one) => one !== id);
    relink(account, baseID, { followUpIDs: bases.includes(baseID) ? [...others, id] : others, user });
  }
}

/** Keeps the credited document true after a credit invoice was saved or deleted. */
export function followCredited({ account, user, id, before }: WrittenDocument): void {
  const table = account.table(tableName);
  const credited = [before, table.get(id)].map((document) => Number(document?.creditToDocumentID ?? 0));
  for (const creditedID of new Set(credited)) {
    if (!table.has(creditedID)) continue;
    const isReturned = table
      .find('creditToDocumentID', creditedID)
      .map((creditID) => table.get(creditID))
      .some((credit) => credit?.confirmed === 1 && credit.type === 'CREDITINVOICE');
    const fields = { previousReturnsExist: isReturned ? 1 : 0 };
    if ((table.get(creditedID)?.previousReturnsExist ?? 0) !== fields.previousReturnsExist)
      account.update(tableName, { id: creditedID, fields, user });
  }
}
