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
  { columns, keptFields = [], personField }: RecordTable,
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
  return {
    valuesOf: (record) => wanted.map(({ isWanted, read }) => (isWanted ? read(record) : null)),
    recordOf(record) {
      const kept = chosen
        ? Object.fromEntries(Object.entries(record).filter(([name]) => fields.has(name)))
        : record;
      return withoutEmployer(kept, forgotten);
    },
    isForgotten: (record) => personField !== undefined && forgotten.has(Number(record[personField])),
  };
}

/** Contact persons carry the name of their company. */
function withoutEmployer(record: RecordFields, forgotten: ReadonlySet<number>): RecordFields {
  if (forgotten.size === 0 || !('employerName' in record) || !forgotten.has(Number(record.companyID)))
    return record;
  return { ...record, employerName: '' };
}

/** Fields of Erply that fill these columns, and those that stay in any case. */
export function fieldsOf({ columns, keptFields = [] }: RecordTable, chosen: readonly string[]): string[] {
  return [...new Set([...keptFields, ...chosen.flatMap((name) => columns[name]?.field ?? [])])];
}
