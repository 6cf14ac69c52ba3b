import { isDeepStrictEqual } from 'node:util';

import type { FieldColumn, SqlValue } from '../tables/columns.ts';
import type { RecordTable } from '../tables/record-table.ts';
import type { SqlRow } from './lane-table.ts';

/** Erply's names of the fields in which the columns of two rows differ. */
export function differingColumns(
  columns: Readonly<Record<string, FieldColumn>>,
  one: readonly SqlValue[],
  other: readonly SqlValue[],
): string[] {
  return Object.values(columns).flatMap(({ field }, index) => (one[index] === other[index] ? [] : [field]));
}

/** Erply's names of the fields in which two rows of records differ: in a column, in the record, or in the rows inside it. */
export function differingFields({ columns, rows }: RecordTable, one: SqlRow, other: SqlRow): string[] {
  const names = new Set(differingColumns(columns, one.values, other.values));
  for (const field of differingIn(one.values.at(-1), other.values.at(-1))) names.add(field);
  if (rows && !isDeepStrictEqual(one.rows ?? [], other.rows ?? [])) names.add(rows.field);
  return [...names];
}

function differingIn(one: SqlValue | undefined, other: SqlValue | undefined): string[] {
  if (one === other) return [];
  const [some, others] = [parse(one), parse(other)];
  const names = new Set([...Object.keys(some), ...Object.keys(others)]);
  return [...names].filter((name) => !isDeepStrictEqual(some[name], others[name]));
}

/** What columns and the record beside them say, by Erply's names of the fields; a column goes before the record. */
export function fieldsOf(
  columns: Readonly<Record<string, FieldColumn>>,
  values: readonly SqlValue[],
  record: SqlValue = '{}',
): Readonly<Record<string, unknown>> {
  const inColumns = Object.values(columns).map(({ field }, index) => [field, values[index]] as const);
  return { ...parse(record), ...Object.fromEntries(inColumns) };
}

const parse = (text: SqlValue | undefined): Readonly<Record<string, unknown>> =>
  JSON.parse(String(text)) as Record<string, unknown>;
