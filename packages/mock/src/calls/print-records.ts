import type { Account } from '../account/account.ts';
import { withoutBlocks } from '../account/joined-fields.ts';
import type { Row } from '../account/table.ts';
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

/** The records of an answer as JSON texts: from the cache, unless the request wants them cut or with more blocks. */
export function printRecords(options: PrintOptions): string[] {
  const texts = options.account.texts(options.tableName);
  const { fields, addBlocks } = options;
  if (fields === undefined && addBlocks === undefined) return texts.texts(options.ids);
  const definition = options.account.table(options.tableName).definition.record;
  const write = fields === undefined ? recordWriter(definition) : fieldsWriter(definition, fields);
  return Array.from(options.ids, (id) => {
    const record = texts.record(id) ?? {};
    const plain = withoutBlocks(record, options.tableName);
    return write(addBlocks === undefined ? plain : { ...plain, ...addBlocks(record) });
  });
}
