import type { RecordDefinition } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Row } from '../store/row.ts';
import type { Encodable } from '../wire/ascii.ts';
import { recordWriter } from '../wire/record-writer.ts';
import { readInSlices } from './read-in-slices.ts';

interface EncodeOptions {
  readonly account: Account;
  readonly tableName: string;
  readonly ids: readonly number[];
  /** The language that names are wanted in, where it is not the account's own. */
  readonly language: string | undefined;
  /** What the answer shows of a row, where it is not the whole record of the table. */
  readonly shape?: RecordDefinition | undefined;
  /** Fields that rows hold and the request asks for, though answers have them on demand only. */
  readonly shown?: readonly string[] | undefined;
  /** The blocks of a record that the request asked for. */
  readonly addBlocks?: ((record: Row) => Row) | undefined;
}

/** Fields that the account does not have, because it lacks their module. */
function fieldsOfMissingModules(account: Account, tableName: string): readonly string[] {
  const { moduleFields = {} } = account.table(tableName).definition;
  return Object.entries(moduleFields).flatMap(([module, fields]) =>
    account.config.disabled.has(module) ? fields : [],
  );
}

/** Makes the indexes, in slices, that the lists inside the records of a table are found by. */
async function indexChildren(account: Account, tableName: string): Promise<void> {
  const { children = {} } = account.table(tableName).definition;
  for (const { table, by } of Object.values(children)) await account.table(table).index(by);
}

/** The records of an answer as JSON: from the cache, unless the request or the account wants them otherwise. */
export async function encodeRecords(options: EncodeOptions): Promise<Encodable> {
  const { account, tableName, language, addBlocks } = options;
  await indexChildren(account, tableName);
  const records = account.records(tableName);
  const table = account.table(tableName);
  const { record } = table.definition;
  const { shape = record, shown = [] } = options;
  const missing = fieldsOfMissingModules(account, tableName);
  const isPlain = addBlocks === undefined && missing.length === 0 && shape === record;
  // Since the records were chosen, another request may have deleted one.
  const ids = options.ids.filter((id) => table.has(id));
  if (isPlain && language === undefined) return records.encodable(ids, shown);
  const write = recordWriter(shape);
  const { fieldsOnDemand = [] } = table.behaviour;
  const notShown = fieldsOnDemand.filter((field) => !shown.includes(field));
  const hidden = Object.fromEntries([...notShown, ...missing].map((field) => [field, undefined]));
  const encoded: string[] = [];
  await readInSlices(account, ids, (id) => {
    const full = records.record(id, language) ?? {};
    encoded.push(write({ ...full, ...hidden, ...addBlocks?.(full) }));
  });
  return encoded;
}
