import type { RecordDefinition } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { fieldsOnDemand } from '../store/joins.ts';
import type { Row } from '../store/table.ts';
import type { Printable } from '../wire/ascii.ts';
import { recordWriter } from '../wire/record-writer.ts';

interface PrintOptions {
  readonly account: Account;
  readonly tableName: string;
  readonly ids: ArrayLike<number> & Iterable<number>;
  /** The language that names are wanted in, where it is not the account's own. */
  readonly language: string | undefined;
  /** What the answer shows of a row, where it is not the whole record of the table. */
  readonly shape?: RecordDefinition | undefined;
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

/** The records of an answer as JSON: from the cache, unless the request or the account wants them otherwise. */
export function printRecords(options: PrintOptions): Printable {
  const { account, tableName, ids, language, addBlocks } = options;
  const prints = account.prints(tableName);
  const { record } = account.table(tableName).definition;
  const { shape = record } = options;
  const missing = fieldsOfMissingModules(account, tableName);
  const isPlain = addBlocks === undefined && missing.length === 0 && shape === record;
  if (isPlain && language === undefined) return prints.printable(ids);
  const write = recordWriter(shape);
  const hidden = [...fieldsOnDemand(tableName), ...missing].map((field) => [field, undefined]);
  return Array.from(ids, (id) => {
    const full = prints.record(id, language) ?? {};
    return write({ ...full, ...Object.fromEntries(hidden), ...addBlocks?.(full) });
  });
}
