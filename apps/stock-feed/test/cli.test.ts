import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { environmentOf } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);

test('the program as a process writes a feed that everybody may read, whatever the umask', async () => {
  await using erply = await startMock({ seed: 1, products: 30 });
  await using folder = await temporaryFolder();
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', 'umask 077 && exec "$0" "$@"', process.execPath, cli, 'run', '--out', folder.path, '--json'],
    { env: { ...process.env, ...environmentOf(erply.url) } },
  );
  const report = JSON.parse(stdout);
  expect(report.event).toBe('report');
  expect(report.files.map((file: { path: string }) => file.path)).toEqual([
    join(folder.path, 'stock.csv'),
    join(folder.path, 'stock.ndjson'),
  ]);
  expect((await stat(join(folder.path, 'stock.csv'))).mode & 0o777).toBe(0o644);
});
