import type { SqlValue } from './columns.ts';
import type { RowLimits } from './lane-declaration.ts';
import type { RecordTable } from './record-table.ts';

export type RecordFields = Readonly<Record<string, unknown>>;

/** What becomes of a record in a table. */
export interface RowMaker {
  /** Values of the columns, in their order. */
  valuesOf(record: RecordFields): SqlValue[];
  /** The record as it is kept beside them. */
  recordOf(record: RecordFields): RecordFields;
  /** Whether the record is of somebody whom the database is not to hold. */
  isForgotten(record: RecordFields): boolean;
}

/** Makes rows of records, with no more of them than the limits leave. */
export function limitRows(
  { columns, keptFields = [], personField, repeatedFields = [] }: RecordTable,
  { columns: chosen, forgotten }: RowLimits,
): RowMaker {
  const wanted = Object.entries(columns).map(([name, column]) => ({
    ...column,
    isWanted: !chosen || chosen.includes(name) || keptFields.includes(column.field),
  }));
  const fields = new Set([
    ...keptFields,
    ...wanted.flatMap(({ field, isWanted }) => (isWanted ? field : [])),
  ]);
  const isKept = (name: string) => (chosen ? fields.has(name) : !repeatedFields.includes(name));
  return {
    valuesOf: (record) => wanted.map(({ isWanted, read }) => (isWanted ? read(record) : null)),
    recordOf: (record) =>
      chosen || repeatedFields.length > 0
        ? Object.fromEntries(Object.entries(record).filter(([name]) => isKept(name)))
        : record,
    isForgotten: (record) => personField !== undefined && forgotten.has(Number(record[personField])),
  };
}

/** Fields of Erply that fill these columns, and those that stay in any case. */
export function fieldsOf({ columns, keptFields = [] }: RecordTable, chosen: readonly string[]): string[] {
  return [...new Set([...keptFields, ...chosen.flatMap((name) => columns[name]?.field ?? [])])];
}
