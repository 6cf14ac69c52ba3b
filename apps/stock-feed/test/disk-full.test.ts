import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { fileFailure } from '../src/files/file-failure.ts';
import { temporaryFolder } from './temporary-folder.ts';

const fill = fileURLToPath(new URL('fill-disk.ts', import.meta.url));
/** Where a user may mount a file system of their own: not on every machine. */
const own = ['unshare', '--user', '--map-root-user', '--mount'];
/** Runs a command of the shell there. */
const inOwnMounts = (cwd: string, command: string) =>
  spawnSync('env', [...own, 'sh', '-c', command, 'sh', process.execPath, fill], { cwd, encoding: 'utf8' });
const canMount = inOwnMounts('/tmp', 'mount -t tmpfs none /mnt').status === 0;

test.skipIf(!canMount)('a disk that is full is one line, and nothing half written stays', async () => {
  await using folder = await temporaryFolder();
  const command = 'mkdir full && mount -t tmpfs -o size=200k none full && "$1" "$2" full';
  expect(inOwnMounts(folder.path, command)).toMatchObject({
    stdout: [
      'cannot write full/feed.csv: the disk is full (ENOSPC)',
      'cannot write full/.feed.lock: the disk is full (ENOSPC)',
      'another file\n',
    ].join('\n'),
    stderr: '',
  });
});

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EFBIG', 'the file may not become so large'],
])('%s is said in words, whichever call it comes from', (code, words) => {
  for (const syscall of ['write', 'fsync', 'close', 'rename']) {
    const error = Object.assign(new Error(code), { code, syscall });
    expect(fileFailure(error, 'write feed.csv')).toMatchObject({
      message: `cannot write feed.csv: ${words} (${code})`,
    });
  }
});
