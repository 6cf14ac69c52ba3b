import type { Account } from '../account/account.ts';
import { fieldsOnDemand } from '../account/joined-fields.ts';
import type { Row } from '../account/table.ts';
import type { Printable } from '../wire/ascii.ts';
import { recordWriter } from '../wire/record-writer.ts';

interface PrintOptions {
  readonly account: Account;
  readonly tableName: string;
  readonly ids: ArrayLike<number> & Iterable<number>;
  /** The blocks of a record that the request asked for. */
  readonly addBlocks?: ((record: Row) => Row) | undefined;
}

/** The records of an answer as JSON: from the cache, unless the request wants them with more blocks. */
export function printRecords(options: PrintOptions): Printable {
  const { account, tableName, ids, addBlocks } = options;
  const prints = account.prints(tableName);
  if (addBlocks === undefined) return prints.printable(ids);
  const write = recordWriter(account.table(tableName).definition.record);
  const hidden = Object.fromEntries(fieldsOnDemand(tableName).map((field) => [field, undefined]));
  return Array.from(ids, (id) => {
    const record = prints.record(id) ?? {};
    return write({ ...record, ...hidden, ...addBlocks(record) });
  });
}
