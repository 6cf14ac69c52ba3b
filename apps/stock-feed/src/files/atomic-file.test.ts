import { createHash } from 'node:crypto';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { ownProcess } from '@erply-kit/command-line';

import { endedProcess } from '../../test/ended-process.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openAtomicFile } from './atomic-file.ts';

test('the old file stays whole until it is replaced', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'feed.csv');
  await writeFile(path, 'old');
  await using file = await openAtomicFile(path, 0);
  await file.write('new '.repeat(50_000));
  await file.finish();
  expect(await readFile(path, 'utf8')).toBe('old');
  await file.replace();
  expect(await readFile(path, 'utf8')).toBe('new '.repeat(50_000));
});

test('it gives size and checksum of what is on the disk', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'feed.csv');
  await using file = await openAtomicFile(path, 0);
  for (let line = 0; line < 20_000; line++) await file.write(`${line}: Жé🧦\n`);
  const finished = await file.finish();
  await file.replace();
  const bytes = await readFile(path);
  expect(finished).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
});

test('everybody may read it, whatever the umask', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'deep', 'feed.csv');
  await using file = await openAtomicFile(path, 0);
  await file.finish();
  await file.replace();
  expect((await stat(path)).mode & 0o777).toBe(0o644);
});

test('two writers of one file do not mix: the last one to finish stays, whole', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'feed.csv');
  await using first = await openAtomicFile(path, 0);
  await using second = await openAtomicFile(path, 0);
  for (let line = 0; line < 20_000; line++) {
    await first.write('first\n');
    await second.write('second\n');
  }
  for (const file of [second, first]) {
    await file.finish();
    await file.replace();
  }
  expect(await readFile(path, 'utf8')).toBe('first\n'.repeat(20_000));
});

test('one that is given up leaves nothing', async () => {
  await using folder = await temporaryFolder();
  {
    await using file = await openAtomicFile(join(folder.path, 'feed.csv'), 0);
    await file.write('half');
  }
  expect(await readdir(folder.path)).toEqual([]);
});

/** Leaves files of that age in hours, opens a new one, and answers what is there behind it. */
async function filesBehindNextRun(left: Readonly<Record<string, number>>): Promise<string[]> {
  await using folder = await temporaryFolder();
  const now = Date.now();
  for (const [name, hours] of Object.entries(left)) {
    const path = join(folder.path, name);
    await writeFile(path, 'left');
    await utimes(path, now / 1000, now / 1000 - hours * 3600);
  }
  {
    await using _ = await openAtomicFile(join(folder.path, 'feed.csv'), now);
  }
  return (await readdir(folder.path)).sort();
}

test('what a killed run left goes with the next run, as soon as its process is gone', async () => {
  const living = `.feed.csv.${ownProcess()}.00000001.tmp`;
  const gone = `.feed.csv.${await endedProcess()}.00000002.tmp`;
  const otherFeed = gone.replace('feed.csv', 'other.csv');
  expect(await filesBehindNextRun({ [living]: 25, [gone]: 0, [otherFeed]: 0 })).toEqual(
    [living, otherFeed].sort(),
  );
});

test('what a run of another machine left goes after a day, and not before', async () => {
  const elsewhere = (number: number) => `.feed.csv.0123456789ab-1-5.0000000${number}.tmp`;
  const left = { [elsewhere(1)]: 25, [elsewhere(2)]: 23, '.feed.csv.1.tmp': 25, '.other.csv.1.tmp': 25 };
  expect(await filesBehindNextRun(left)).toEqual([elsewhere(2), '.other.csv.1.tmp']);
});

test('a folder that cannot be made is one sentence with the path', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'file'), '');
  const path = join(folder.path, 'file', 'feed.csv');
  await expect(openAtomicFile(path, 0)).rejects.toThrow(
    new RegExp(`^cannot write ${path}: a part of the path is a file \\((ENOTDIR|EEXIST)\\)$`),
  );
});
