import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openFeedFiles } from './feed-files.ts';

const columns = { warehouse: true, identifiers: false };

test('whoever writes is asked to wait while the disk is busy', async () => {
  await using folder = await temporaryFolder();
  const output = { path: join(folder.path, 'stock.ndjson'), format: 'ndjson', manifest: '' } as const;
  await using files = await openFeedFiles([output], columns, 0);
  let waits = 0;
  for (let productID = 1; productID <= 10_000; productID++) {
    const waiting = files.write({ productID, warehouseID: 1, available: 1 });
    if (!waiting) continue;
    waits++;
    await waiting;
  }
  const [file] = await files.finish();
  await files.replace();
  expect(waits).toBe(Math.floor((file?.bytes ?? 0) / 65_536));
  expect((await readFile(output.path, 'utf8')).split('\n')).toHaveLength(10_001);
});
