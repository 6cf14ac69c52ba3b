import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { runScripted } from './run-scripted.ts';
import { serverTime } from './scripted-source.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One product, in one warehouse, of which there is so much at a time of the server's clock. */
const shopAt = (secondsLater: number, amount: number) => ({
  now: serverTime + secondsLater,
  stock: { 1: [[7, amount]] as const },
});

interface Runs {
  /** When the long run and the short one within it began, by the server's clock. */
  readonly long: number;
  readonly short: number;
  /** A run before both of them. */
  readonly before?: number;
}

/** A run that reads 5, during which another one begins, reads 1 and ends. Gives back how it ended and what is there. */
async function overlapping(runs: Runs) {
  await using folder = await temporaryFolder();
  const at = { folder: folder.path, safety: { maxZeroedPercent: 100 } };
  if (runs.before !== undefined) await runScripted({ ...at, shop: shopAt(runs.before, 9) });
  const beforeRow = async () => {
    await runScripted({ ...at, shop: shopAt(runs.short, 1) });
  };
  const end = await runScripted({ ...at, shop: { ...shopAt(runs.long, 5), beforeRow } }).then(
    () => 'written',
    (error: Error) => error.message.replaceAll(folder.path, '.'),
  );
  const [csv, ndjson, meta] = await Promise.all(
    ['stock.csv', 'stock.ndjson', 'manifest.json'].map((name) => readFile(join(folder.path, name), 'utf8')),
  );
  expect((await readdir(folder.path)).sort()).toEqual(['manifest.json', 'stock.csv', 'stock.ndjson']);
  const amount = Number(csv?.trim().split(',').at(-1));
  expect(ndjson).toContain(`"available":${amount}}`);
  return { end, amount, generatedAt: JSON.parse(meta ?? '').generatedAt };
}

const isoTime = (secondsLater: number) => new Date((serverTime + secondsLater) * 1000).toISOString();

test.each([
  { name: 'over a folder without a feed', runs: { long: 0, short: 60 } },
  { name: 'over a feed', runs: { before: -60, long: 0, short: 60 } },
  { name: 'that began in the same second', runs: { long: 0, short: 0 } },
])('a run that was overtaken stops, and the newer feed stays: $name', async ({ runs }) => {
  expect(await overlapping(runs)).toEqual({
    end:
      `nothing replaced: meanwhile another run has written ./manifest.json, as of ${isoTime(runs.short)}; ` +
      `this one, as of ${isoTime(0)}, would put older figures over newer ones`,
    amount: 1,
    generatedAt: isoTime(runs.short),
  });
});

test('a run replaces the feed of an older one that ended meanwhile', async () => {
  expect(await overlapping({ before: -60, long: 0, short: -30 })).toEqual({
    end: 'written',
    amount: 5,
    generatedAt: isoTime(0),
  });
});

test('a server clock that was ahead once stops nobody for ever', async () => {
  await using folder = await temporaryFolder();
  const run = (secondsLater: number, amount: number) =>
    runScripted({ folder: folder.path, shop: shopAt(secondsLater, amount) });
  await run(48 * 3600, 9);
  expect(await run(60, 5)).toMatchObject({ generatedAt: isoTime(60) });
  expect(await run(120, 3)).toMatchObject({ generatedAt: isoTime(120) });
});

test('runs that end at the same moment leave the files of one of them: the newest', async () => {
  for (let round = 0; round < 10; round++) {
    await using folder = await temporaryFolder();
    const waiting = new Set<() => void>();
    const wake = () => {
      for (const go of waiting) go();
      waiting.clear();
    };
    // A pause ends with the run that has the lock. Pauses that end sooner would make a lock look abandoned, which is
    // told by their number; the last run, which nobody wakes, goes on after a while.
    const wait = () => Promise.race([new Promise<void>((go) => waiting.add(go)), manyTurns()]);
    const ends = await Promise.allSettled(
      [30, 10, 40, 20].map((seconds) =>
        runScripted({ folder: folder.path, shop: shopAt(seconds, seconds), wait }).finally(wake),
      ),
    );
    expect(ends[2]?.status).toBe('fulfilled');
    expect(await readFile(join(folder.path, 'stock.csv'), 'utf8')).toContain('\n7,1,40\n');
    const meta = JSON.parse(await readFile(join(folder.path, 'manifest.json'), 'utf8'));
    expect(meta.generatedAt).toBe(isoTime(40));
  }
});

async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 5000; turn++) await new Promise((resolve) => setImmediate(resolve));
}
