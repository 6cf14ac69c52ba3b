import { DatabaseSync } from 'node:sqlite';

import { readDatabase, readRecords } from '../demo/database.ts';
import { askedLanes } from './copied-lanes.ts';
import type { ImporterCopy } from './importer-copy.ts';
import { comparedFieldsOf } from './read-asked-records.ts';

/** A copy in a file. */
export const sqliteCopy = (path: string): ImporterCopy => ({
  address: `sqlite:${path}`,
  async leftovers() {
    using database = new DatabaseSync(path, { readOnly: true });
    const row = database
      .prepare(
        `SELECT (SELECT count(*) FROM dead_letters) AS dead, (SELECT count(*) FROM stock_staged) AS staged,
           (SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok') AS damaged`,
      )
      .get();
    return { dead: Number(row?.dead), staged: Number(row?.staged), damaged: Number(row?.damaged) };
  },
  readShop: async () => readDatabase(path),
  async readAsked() {
    using database = new DatabaseSync(path, { readOnly: true });
    return Object.fromEntries(
      askedLanes.map(({ table }) => [table, comparedFieldsOf(readRecords(database, table))]),
    );
  },
});
