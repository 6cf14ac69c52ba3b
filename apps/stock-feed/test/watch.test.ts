import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { environmentOf, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Step = () => Promise<void> | void;

/** Runs `watch` over a fake; each step happens while it waits, and then it is stopped. */
async function watched(steps: (shop: Shop) => readonly Step[], args = '') {
  await using erply = await startMock({ seed: 1, products: 40, warehouses: 2 });
  await using folder = await temporaryFolder();
  const shop = shopIn(erply, folder.path);
  const stop = new AbortController();
  const waits: number[] = [];
  let nowMs = 0;
  const left = [...steps(shop)];
  const run = await runMain({
    args: `watch --out . ${args}`,
    cwd: folder.path,
    env: environmentOf(erply.url),
    signal: stop.signal,
    now: () => nowMs,
    async sleep(ms) {
      waits.push(ms);
      nowMs += ms;
      erply.clock.advance(`${Math.ceil(ms / 1000)}s`);
      const step = left.shift();
      if (step) await step();
      else {
        stop.abort('SIGTERM');
        throw stop.signal.reason;
      }
    },
  });
  return { ...run, waits };
}

type Shop = ReturnType<typeof shopIn>;

function shopIn(erply: Awaited<ReturnType<typeof startMock>>, folder: string) {
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  return {
    erply,
    account: erply.account('100001'),
    at: (name: string) => join(folder, name),
    text,
    inode: async (name = 'stock.csv') => (await stat(join(folder, name))).ino,
    manifest: async () => JSON.parse(await text('manifest.json')),
    /** The figure of a product in a warehouse. */
    async figure(productID: number, warehouseID: number) {
      const line = (await text('stock.csv'))
        .split('\n')
        .find((one) => one.startsWith(`${productID},${warehouseID},`));
      return Number(line?.split(',')[2]);
    },
  };
}

test('files are replaced when something has changed; when nothing has, only checkedAt is new', async () => {
  const run = await watched((shop) => {
    let before = { inode: 0, checkedAt: '', figure: 0 };
    const state = async () => ({
      inode: await shop.inode(),
      checkedAt: (await shop.manifest()).checkedAt as string,
      figure: await shop.figure(1, 1),
    });
    return [
      async () => {
        before = await state();
      },
      async () => {
        const now = await state();
        expect(now.inode).toBe(before.inode);
        expect(Date.parse(now.checkedAt) - Date.parse(before.checkedAt)).toBeGreaterThanOrEqual(59_000);
        shop.account.stockMovements.insert({ productID: 1, warehouseID: 1, amount: 5 });
      },
      async () => {
        const now = await state();
        expect(now.inode).not.toBe(before.inode);
        expect(now.figure).toBe(before.figure + 5);
        const [file] = (await shop.manifest()).files;
        expect(file.sha256).toBe(
          createHash('sha256')
            .update(await shop.text('stock.csv'))
            .digest('hex'),
        );
      },
    ];
  });
  expect(run).toMatchObject({ exitCode: 143, stderr: 'stopped; the files are whole\n' });
  expect(run.waits).toEqual([60_000, 60_000, 60_000, 60_000]);
  expect(run.stdout.match(/rows as of/g)).toHaveLength(2);
});

test('a failure is a line, waits longer each time, and ends nothing', async () => {
  const run = await watched((shop) => [
    () => void shop.account.addFault({ match: { request: 'getReservedStock' }, effect: { errorCode: 1005 } }),
    () => undefined,
    () => void shop.account.clearFaults(),
    () => undefined,
  ]);
  expect(run.exitCode).toBe(143);
  expect(run.stderr).toMatch(/trying again in 60 s\n.*trying again in 120 s\n/s);
  expect(run.stderr).toContain('it worked again, after 2 failures\n');
  expect(run.waits).toEqual([60_000, 60_000, 120_000, 60_000, 60_000]);
});

test('a fall is refused again and again, the old files stay, and a full read finds out when it is over', async () => {
  let before = '';
  const run = await watched((shop) => {
    const move = async (sign: number) => {
      for (const line of (await shop.text('stock.csv')).split('\n').slice(1, -1)) {
        const [productID = 0, warehouseID = 0] = line.split(',').map(Number);
        shop.account.stockMovements.insert({ productID, warehouseID, amount: sign * 1e6 });
      }
    };
    return [
      async () => {
        before = await shop.text('stock.csv');
        await move(-1);
      },
      async () => {
        expect(await shop.text('stock.csv')).toBe(before);
        await move(1);
      },
      async () => expect(await shop.text('stock.csv')).toBe(before),
    ];
  });
  expect(run.stderr).toMatch(
    /^nothing replaced: \d+ of \d+ available items would fall to 0; .*; trying again in 60 s\n/,
  );
  expect(run.exitCode).toBe(143);
});

test('a file that somebody has removed is there again after the next time', async () => {
  await watched((shop) => [
    () => rm(shop.at('manifest.json')),
    async () => expect((await shop.manifest()).files).toHaveLength(2),
  ]);
});

test('everything is read again when --full-every has passed', async () => {
  const calls: number[] = [];
  await watched((shop) => {
    const note = () => void calls.push(shop.account.quota().used);
    return [note, note, note];
  }, '--full-every 2m --every 1m');
  const spent = calls.slice(1).map((used, index) => Number((used - (calls[index] ?? 0)).toFixed(1)));
  // 0.3 and 0.2 a warehouse; then in full: 0.1, 1.1 a warehouse, 0.1 for the products.
  expect(spent).toEqual([0.7, 2.4]);
});

test('a password that is refused ends it at once', async () => {
  await using erply = await startMock({ seed: 1, products: 5 });
  await using folder = await temporaryFolder();
  const env = { ...environmentOf(erply.url), ERPLY_PASSWORD: 'wrong' };
  const sleep = async () => {
    throw new Error('it waits');
  };
  const run = await runMain({ args: 'watch --out .', cwd: folder.path, env, sleep });
  expect(run.exitCode).toBe(1);
});
