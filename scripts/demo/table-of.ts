import type { ClassicRecord } from './classic-api.ts';
import type { Table } from './shop-records.ts';

/** Records by the text of their key. */
export function tableOf(records: readonly ClassicRecord[], key: string): Table {
  return new Map(records.map((record) => [String(record[key]), record]));
}
