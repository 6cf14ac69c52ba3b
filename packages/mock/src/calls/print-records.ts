import type { Account } from '../account/account.ts';
import { fieldsOnDemand } from '../account/joined-fields.ts';
import type { Row } from '../account/table.ts';
import type { Ascii } from '../wire/ascii.ts';
import { fieldsWriter, recordWriter } from '../wire/record-writer.ts';

interface PrintOptions {
  readonly account: Account;
  readonly tableName: string;
  readonly ids: Iterable<number>;
  /** Keep only these top-level fields. */
  readonly fields?: readonly string[] | undefined;
  /** The blocks of a record that the request asked for. */
  readonly addBlocks?: ((record: Row) => Row) | undefined;
}

/** The records of an answer as JSON: from the cache, unless the request wants them cut or with more blocks. */
export function printRecords(options: PrintOptions): Ascii[] {
  const { account, tableName, ids, fields, addBlocks } = options;
  const prints = account.prints(tableName);
  if (fields === undefined && addBlocks === undefined) return prints.print(ids);
  const definition = account.table(tableName).definition.record;
  const write = fields === undefined ? recordWriter(definition) : fieldsWriter(definition, fields);
  const hidden = Object.fromEntries(fieldsOnDemand(tableName).map((field) => [field, undefined]));
  return Array.from(ids, (id) => {
    const record = prints.record(id) ?? {};
    return write({ ...record, ...hidden, ...addBlocks?.(record) });
  });
}
