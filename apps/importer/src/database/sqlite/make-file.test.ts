import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openSqliteFile } from './open-sqlite-file.ts';

const isLinux = process.platform === 'linux';

/** A folder that goes with the test. */
function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'erply-kit-file-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

test('a database gets the folders above it, and is for its owner only', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'a', 'b', 'erply.db');
  (await openSqliteFile(path)).close();
  expect(statSync(path).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
});

test.skipIf(!isLinux)('a folder that the system does not let be made is one line, not a hang', async () => {
  await expect(openSqliteFile('/proc/erply/kit/erply.db')).rejects.toThrow(
    'database /proc/erply/kit/erply.db: its folder is missing and cannot be made',
  );
});

test.skipIf(!isLinux)('a pipe is one line, not a hang', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
  await expect(openSqliteFile(path)).rejects.toThrow(`database ${path}: is not a file`);
});
