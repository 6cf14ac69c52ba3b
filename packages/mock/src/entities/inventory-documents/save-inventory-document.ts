import { savedIDInput } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { checkReferences } from '../../generic/check-references.ts';
import { type CallContext, userOf } from '../../generic/handler.ts';
import { mergedAttributes } from '../../generic/merged-attributes.ts';
import { checkNeeds } from '../../generic/save.ts';
import { savedFields } from '../../generic/saved-fields.ts';
import type { Row } from '../../store/row.ts';
import type { Answer } from '../../wire/envelope.ts';
import { refuse } from '../../wire/refusal.ts';
import { dateOfDay, dayOfInstant } from '../stock/stock-movement.ts';
import { checkLock, type Lock } from './document-lock.ts';
import { checkRows, type DocumentRow, storedRows } from './document-rows.ts';

/** A document as it would be after the save. */
export interface DocumentToSave {
  readonly account: Account;
  readonly user: User;
  /** `undefined` for a new one. */
  readonly id: number | undefined;
  readonly document: Row;
  /** The rows that were sent. */
  readonly rows: readonly DocumentRow[] | undefined;
}

/** What one kind of inventory document has of its own. */
export interface DocumentRules {
  /** What cannot change once it is confirmed. */
  readonly lock: Lock;
  /** The field of the number that people know it by. */
  readonly number: string;
  /** Fields of a new document that depend on others. */
  fill?(document: Row): Row;
  check?(saved: DocumentToSave): void;
}

/** A document moves stock on its own day, once it is confirmed; orders never do. */
const transactionDate = (document: Row) =>
  document.confirmed === 1 && document.type !== 'TRANSFER_ORDER' ? document.date : null;

/** What the save leaves of the named fields. */
function changedFields(before: Row, saved: Row): Row {
  const rows = saved.rows === undefined ? {} : { rows: storedRows(before, saved.rows as DocumentRow[]) };
  return { ...saved, ...mergedAttributes(before, saved), ...rows };
}

/** A document without when it was made and edited, which an edit dates anew. */
const withoutTimes = ({ added: _, lastModified: __, ...fields }: Row): Row => fields;

/** Makes an inventory document or changes one, and answers its ID. Stock follows what is stored. */
export function storeInventoryDocument(context: CallContext, input: Row, rules: DocumentRules): number {
  const { account, call } = context;
  const user = userOf(context);
  const tableName = call.table?.name ?? '';
  const table = account.table(tableName);
  const idInput = savedIDInput(call) ?? table.definition.key;
  const { [idInput]: given, ...named } = input;
  const id = typeof given === 'number' ? given : undefined;
  const before = id === undefined ? undefined : table.get(id);
  if (id !== undefined && before === undefined) refuse(1011, idInput);
  if (before === undefined) checkNeeds(call, named);
  checkReferences(account, tableName, named);
  const sent = named.rows as readonly DocumentRow[] | undefined;
  checkRows(account, before === undefined ? (sent ?? []) : sent);
  const today = dateOfDay(dayOfInstant(account.now()));
  const start = before ?? { ...(table.behaviour.defaults ?? {}), creatorID: user.employeeID, date: today };
  const fields = changedFields(start, savedFields(table.definition, named));
  if (before?.confirmed === 1) checkLock(before, { fields, rows: sent }, rules.lock);
  const plain = { ...start, ...fields };
  const document = { ...plain, ...(before === undefined ? rules.fill?.(plain) : {}) };
  rules.check?.({ account, user, id, document, rows: sent });
  const stored = { ...document, inventoryTransactionDate: transactionDate(document) };
  const savedID = id ?? account.insert(tableName, stored, user);
  if (id === undefined) table.update(savedID, { [rules.number]: savedID });
  else account.update(tableName, { id, fields: withoutTimes(stored), user });
  return savedID;
}

/** Saves an inventory document that nothing else depends on. */
export function saveInventoryDocument(context: CallContext, input: Row, rules: DocumentRules): Answer {
  return savedAnswer(context, storeInventoryDocument(context, input, rules));
}

/** The answer to a save: the document's ID. */
export function savedAnswer({ call }: CallContext, id: number): Answer {
  return { recordsTotal: 1, records: [`{"${savedIDInput(call)}":${id}}`] };
}
