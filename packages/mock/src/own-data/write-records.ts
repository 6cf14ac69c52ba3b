import type { Account } from '../account/account.ts';
import { keptNames, ownNameField } from '../account/languages.ts';
import { demoUser } from '../account/user.ts';
import { userStamp } from '../account/user-stamp.ts';
import { eachOfStep, type Steps } from '../slices.ts';
import type { Row } from '../store/row.ts';
import type { Table } from '../store/table.ts';
import type { StagedDeletion, StagedRecord, StagedTable } from './staged-table.ts';

/** Something that follows from a record, and when it happened: it is done in the order of time. */
export interface Consequence {
  /** Unix seconds. */
  readonly time: number;
  readonly happen: () => void;
}

/** Fields of the table and of the moment, found once for all of its records. */
interface Stamps {
  readonly added: Row;
  readonly changed: Row;
}

const stampsOf = (table: Table, now: number): Stamps => ({
  added: { added: now, lastModified: 0, ...userStamp(table, 'added', demoUser) },
  changed: { lastModified: now, ...userStamp(table, 'lastModified', demoUser) },
});

/** A record that says when it was made or changed comes with its own history: nothing is stamped on it. */
function stamped(fields: Row, stamps: Stamps, isNew: boolean): Row {
  if (isNew)
    return fields.added === undefined ? { ...stamps.added, ...fields } : { lastModified: 0, ...fields };
  return fields.lastModified === undefined ? { ...fields, ...stamps.changed } : fields;
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);

/** Writes the records of one table, those that have IDs first, and answers what follows from them. */
export function* writeRecords(
  account: Account,
  staged: StagedTable,
  counts: { added: number; changed: number },
): Steps<Consequence[]> {
  const table = account.table(staged.name);
  const { toStored = (fields: Row) => fields, defaults } = table.behaviour;
  const { own } = account.languages;
  const field = ownNameField(table.definition);
  const now = account.now();
  const stamps = stampsOf(table, now);
  const { onWritten } = account.shared.behaviours[staged.name] ?? {};
  const consequences: Consequence[] = [];
  const write = ({ id, fields: read }: StagedRecord) => {
    const isNew = id === undefined || !table.has(id);
    const stored = toStored(read, isNew ? undefined : table.get(id ?? 0));
    const fields = stamped(keptNames(stored, own, { field, isNew }), stamps, isNew);
    counts[isNew ? 'added' : 'changed'] += 1;
    let written = id ?? 0;
    if (isNew) written = table.insert({ ...defaults, ...fields });
    else table.update(written, fields);
    if (onWritten === undefined) return;
    const row = table.get(written) ?? {};
    const time = numberOf(row.added);
    const happenedAt = numberOf(row.lastModified) || time;
    consequences.push({ time, happen: () => onWritten(account, written, happenedAt) });
  };
  yield* eachOfStep(staged.records, (record) => {
    if (record.id !== undefined) write(record);
  });
  yield* eachOfStep(staged.records, (record) => {
    if (record.id === undefined) write(record);
  });
  return consequences;
}

/** Gives an ID away, so that no later record gets it. */
function useUp(table: Table, id: number): void {
  table.insert({ [table.definition.key]: id });
  table.remove(id);
}

/** Deletes a record as it was deleted then, and says whether it was there. */
export function deleteRecord(account: Account, deletion: StagedDeletion): boolean {
  const { table: tableName, id, timestamp = account.now() } = deletion;
  log(account, deletion);
  if (!account.hasTable(tableName)) return false;
  const table = account.table(tableName);
  if (!table.has(id)) {
    if (!table.changes.has(id)) useUp(table, id);
    return false;
  }
  account.erase(tableName, id);
  account.shared.behaviours[tableName]?.onWritten?.(account, id, timestamp);
  return true;
}

function log(account: Account, deletion: StagedDeletion): void {
  const {
    table: tableName,
    id,
    timestamp = account.now(),
    userName = demoUser.userName,
    isLogged,
  } = deletion;
  const isKnown = account.hasTable(tableName) ? account.table(tableName).definition.logged : true;
  if (isLogged && isKnown) account.operationsLog.add({ userName, timestamp, tableName, itemID: id });
}
