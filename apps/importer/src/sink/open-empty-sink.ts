import type { ReadableSink } from '@erply-kit/sync';

import type { SqlRow } from './lane-table.ts';
import { openLaneTables } from './open-lane-tables.ts';

/** The sink of a database that is not there: it makes rows, holds none, and takes none. */
export function openEmptySink(clientCode: string): ReadableSink<SqlRow> {
  const tableOf = openLaneTables(clientCode);
  return {
    atomic: true,
    toRow: (lane, entry) => tableOf(lane).toRow(entry),
    differingFields: (lane, one, other) => tableOf(lane).differingFields(one, other),
    state: async () => undefined,
    survey: async () => ({ alive: 0, unseen: 0, seen: 0, emptied: [] }),
    countAlive: async () => 0,
    countSeen: async () => 0,
    readRows: async () => [],
    listKeys: async () => [],
    async commit() {
      throw new TypeError('there is no database to write to');
    },
  };
}
