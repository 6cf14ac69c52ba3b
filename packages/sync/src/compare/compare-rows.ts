import type { ReadableSink, RowKey, StoredRow } from '../readable-sink.ts';
import type { Difference } from './row-differences.ts';

/** A row of the account, and what the copy says of it. */
export interface ComparedRow<TRow> {
  readonly row: TRow;
  readonly stored?: StoredRow<TRow>;
  /** Absent where both are the same. */
  readonly difference?: Difference;
}

type Looking<TRow extends RowKey> = Pick<ReadableSink<TRow>, 'readRows' | 'differingFields'>;

/** Compares rows, as the account has them, with those that a sink holds under their keys. */
export async function compareRows<TRow extends RowKey>(
  sink: Looking<TRow>,
  lane: string,
  rows: readonly TRow[],
): Promise<ComparedRow<TRow>[]> {
  if (rows.length === 0) return [];
  const keys = rows.map(keyOf);
  const held = new Map((await sink.readRows(lane, keys)).map((stored) => [nameOf(stored), stored]));
  return rows.map((row) => {
    const key = keyOf(row);
    const stored = held.get(nameOf(key));
    if (!stored) return { row, difference: { ...key, kind: 'missing', fields: [] } };
    if (stored.removed) return { row, stored, difference: { ...key, kind: 'removed', fields: [] } };
    const fields = sink.differingFields(lane, stored.row, row);
    return fields.length === 0
      ? { row, stored }
      : { row, stored, difference: { ...key, kind: 'changed', fields } };
  });
}

/** The key of a row alone. */
export const keyOf = ({ id, warehouseID }: RowKey): RowKey =>
  warehouseID === undefined ? { id } : { id, warehouseID };

const nameOf = ({ id, warehouseID }: RowKey) => `${id}/${warehouseID ?? ''}`;
