import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openDatabase } from '../src/database/open-database.ts';
import { openSqliteSink } from '../src/sink/open-sqlite-sink.ts';
import { productOf } from './product-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a disk that is full is said in one line, and what was written before stays', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  using database = openDatabase(path);
  const sink = openSqliteSink({ database, path, clientCode: '100001', clock: { now: () => 0 } });
  const commit = (id: number, name: string) =>
    sink.commit({
      lane: 'products',
      generation: 1,
      rows: [sink.toRow('products', { id, record: productOf(id, name) })],
      deletions: [],
      deadLetters: [],
      checkpoint: { phase: 'idle', generation: id },
      counters: { records: id, deletions: 0, deadLetters: 0 },
    });
  await commit(1, 'small');
  database.exec('PRAGMA max_page_count = 40');
  await expect(commit(2, 'x'.repeat(1_000_000))).rejects.toThrow(`database ${path}: the disk is full`);
  database.exec('PRAGMA max_page_count = 100000');
  expect(await sink.state('products')).toMatchObject({ checkpoint: { generation: 1 } });
  await commit(3, 'small');
  expect(await sink.countAlive('products', [1, 2, 3])).toBe(2);
});
