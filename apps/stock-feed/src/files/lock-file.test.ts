import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { ownProcess } from '@erply-kit/command-line';

import { endedProcess } from '../../test/ended-process.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { identityOf, lockFile, markOf } from './lock-file.ts';

/** Waits that take no time and are added up; something may happen when so much has been waited for. */
function waiting(at: Readonly<Record<number, () => Promise<unknown>>> = {}) {
  const waits = { totalMs: 0, wait };
  async function wait(milliseconds: number) {
    waits.totalMs += milliseconds;
    await at[waits.totalMs]?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return waits;
}

test('a lock is a file while it is held', async () => {
  await using folder = await temporaryFolder();
  {
    await using _ = await lockFile(join(folder.path, '.feed.lock'), waiting().wait);
    expect(await readdir(folder.path)).toEqual(['.feed.lock']);
  }
  expect(await readdir(folder.path)).toEqual([]);
});

test('of many that want it one has it at a time', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  let holders = 0;
  let most = 0;
  const hold = async () => {
    await using _ = await lockFile(path, waiting().wait);
    most = Math.max(most, ++holders);
    await new Promise((resolve) => setImmediate(resolve));
    holders--;
  };
  await Promise.all(Array.from({ length: 20 }, hold));
  expect(most).toBe(1);
});

test('a lock that another run gives back is waited for', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  await writeFile(path, '');
  const waits = waiting({ 3000: () => rm(path) });
  await using _ = await lockFile(path, waits.wait);
  expect(waits.totalMs).toBe(3000);
});

test('one that a killed run has left is removed at once, when its process is gone', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  await writeFile(path, `${await endedProcess()}.00000001`);
  const waits = waiting();
  {
    await using _ = await lockFile(path, waits.wait);
  }
  expect(waits.totalMs).toBe(0);
  expect(await readdir(folder.path)).toEqual([]);
});

test('one of a process that is still there is never removed, however long it takes', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  await writeFile(path, `${ownProcess()}.00000001`);
  await expect(lockFile(path, waiting().wait)).rejects.toThrow(`nothing replaced: ${path} says`);
  expect(await readdir(folder.path)).toEqual(['.feed.lock']);
});

test('a run that is killed while it removes a lock leaves that to the next', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  const ended = await endedProcess();
  await writeFile(path, `${ended}.00000001`);
  const lock = String(await identityOf(path));
  for (const number of [0, 1]) await writeFile(markOf(path, lock, number), ended);
  const waits = waiting();
  {
    await using _ = await lockFile(path, waits.wait);
  }
  expect(waits.totalMs).toBe(0);
  expect(await readdir(folder.path)).toEqual([]);
});

test('a mark that another run is just making, not yet signed, keeps all others from removing the lock', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  await writeFile(path, '');
  const mark = markOf(path, String(await identityOf(path)), 0);
  const waits = waiting({ 10000: () => writeFile(mark, '') });
  {
    await using _ = await lockFile(path, waits.wait);
  }
  // Its maker was killed: ten seconds later it is in nobody's way.
  expect(waits.totalMs).toBe(20_000);
  expect(await readdir(folder.path)).toEqual([]);
});

test('a lock is not the next one, though the disk gives both the same number and date', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  const identity = async (text: string) => {
    await writeFile(path, text);
    await utimes(path, 1, 1);
    return await identityOf(path);
  };
  const first = await identity('one.00000001');
  expect(await identity('one.00000002')).not.toBe(first);
  expect(await identity('one.00000001')).toBe(first);
});

test('a lock that another run has taken by now is left to it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  {
    await using _ = await lockFile(path, waiting().wait);
    await writeFile(path, 'of another');
  }
  expect(await readFile(path, 'utf8')).toBe('of another');
});

test('one of which nobody knows whose it is is removed after ten seconds, whatever its date says', async () => {
  await using folder = await temporaryFolder();
  for (const date of [0, 4_000_000_000]) {
    const path = join(folder.path, `.${date}.lock`);
    await writeFile(path, '');
    await utimes(path, date, date);
    const waits = waiting();
    await using _ = await lockFile(path, waits.wait);
    expect(waits.totalMs).toBe(10_000);
  }
});

test.each([
  ['an unknown', async () => ''],
  ['a killed', endedProcess],
])('of many that find a lock left by %s run one has it at a time', async (_, ownerOf) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  await writeFile(path, await ownerOf());
  let holders = 0;
  let most = 0;
  const hold = async () => {
    await using _ = await lockFile(path, waiting().wait);
    most = Math.max(most, ++holders);
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    holders--;
  };
  await Promise.all(Array.from({ length: 10 }, hold));
  expect(most).toBe(1);
});

test('locks that others take in turn are not taken for one that was left', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  let dates = 1;
  const again = () => utimes(path, ++dates, dates);
  await writeFile(path, '');
  const turns = Object.fromEntries(Array.from({ length: 7 }, (_, turn) => [(turn + 1) * 8000, again]));
  const waits = waiting(turns);
  await expect(lockFile(path, waits.wait)).rejects.toThrow(
    `nothing replaced: ${path} says that another run is replacing this feed; delete it if there is none`,
  );
  expect(waits.totalMs).toBeLessThan(61_000);
});

test('who is interrupted while waiting stops', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.feed.lock');
  await writeFile(path, '');
  const interrupted = async () => {
    throw new Error('interrupted');
  };
  await expect(lockFile(path, interrupted)).rejects.toThrow('interrupted');
  expect(await readdir(folder.path)).toEqual(['.feed.lock']);
});
