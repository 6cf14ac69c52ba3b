import type { ParquetWriter } from 'hyparquet-writer';

import type { SqlValue } from '../tables/columns.ts';
import type { ColumnType, TableDeclaration } from '../tables/table-declaration.ts';

type ParquetSchema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type ParquetColumn = Omit<ParquetSchema[number], 'name'>;

const utf8 = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
} as const satisfies ParquetColumn;

/**
 * Decimals are DOUBLE: each is exactly the number that Erply sent and that the database gives. DECIMAL would need one
 * number of digits for all shops, and round what has more. JSON is text; the writer would quote it again as JSON.
 */
const parquetColumns: Readonly<Record<ColumnType, ParquetColumn>> = {
  text: utf8,
  json: utf8,
  integer: { type: 'INT64' },
  decimal: { type: 'DOUBLE' },
};

/** The columns of a table in Parquet. They follow from its declaration alone: a file has the same ones whatever is in it. */
export function parquetSchema({ columns }: TableDeclaration): ParquetSchema {
  const names = Object.entries(columns);
  return [
    { name: 'schema', num_children: names.length },
    ...names.map(([name, { type, required }]) => ({
      ...{ name, ...parquetColumns[type] },
      repetition_type: required ? ('REQUIRED' as const) : ('OPTIONAL' as const),
    })),
  ];
}

/** A value as the writer wants it: INT64 is a BigInt. */
export const parquetValue = (type: ColumnType, value: SqlValue): SqlValue | bigint =>
  type === 'integer' && value !== null ? BigInt(value) : value;
