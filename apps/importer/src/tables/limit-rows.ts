import type { SqlValue } from './columns.ts';
import type { RowLimits } from './lane-declaration.ts';
import { readRows } from './read-rows.ts';
import type { RecordTable } from './record-table.ts';

export type RecordFields = Readonly<Record<string, unknown>>;

/** What becomes of a record in a table. */
export interface RowMaker {
  /** Values of the columns, in their order. */
  valuesOf(record: RecordFields): SqlValue[];
  /** The record as it is kept beside them. */
  recordOf(record: RecordFields): RecordFields;
  /** Values of the columns of each row inside the record. */
  rowsOf(record: RecordFields): SqlValue[][];
  /** Whether the record is of somebody whom the database is not to hold. */
  isForgotten(record: RecordFields): boolean;
}

/** Makes rows of records, with no more of them than the limits leave. */
export function limitRows(
  { columns, keptFields = [], personField, repeatedFields = [], about, rows }: RecordTable,
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
  const names = (record: RecordFields, field: string) => forgotten.has(Number(record[field]));
  /** The fields that are kept of a record about somebody who was forgotten; all of any other. */
  const forBooks = (record: RecordFields) =>
    about?.fields.some((field) => names(record, field)) ? about.kept : undefined;
  return {
    valuesOf(record) {
      const kept = forBooks(record);
      return wanted.map(({ isWanted, read, field }) =>
        isWanted && (kept?.includes(field) ?? true) ? read(record) : null,
      );
    },
    recordOf(record) {
      const kept = forBooks(record);
      return chosen || kept || repeatedFields.length > 0
        ? Object.fromEntries(
            Object.entries(record).filter(([name]) => isKept(name) && (kept?.includes(name) ?? true)),
          )
        : record;
    },
    rowsOf: (record) => (rows === undefined ? [] : readRows(rows, record)),
    isForgotten: (record) => personField !== undefined && names(record, personField),
  };
}

/** Fields of Erply that fill these columns, and those that stay in any case. */
export function fieldsOf({ columns, keptFields = [] }: RecordTable, chosen: readonly string[]): string[] {
  return [...new Set([...keptFields, ...chosen.flatMap((name) => columns[name]?.field ?? [])])];
}
