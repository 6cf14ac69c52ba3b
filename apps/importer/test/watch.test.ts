import { join } from 'node:path';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import type { Sleep } from '../src/outside.ts';
import { environment, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const start = Date.parse('2026-03-02T10:00:00Z');

/** A small shop on a clock that stands still, and what keeps a copy of it. Pauses move both clocks. */
async function openShop() {
  const erply = await startMock({ products: 120, warehouses: 2, now: start / 1000, frozen: true });
  const folder = temporaryFolder();
  const env = {
    ...environment(erply.url),
    ERPLY_PASSWORD: 'demouser',
    DATABASE_URL: `sqlite:${join(folder.path, 'erply.db')}`,
  };
  const stop = new AbortController();
  let nowMs = start;
  /** Watches until `pauses` have been waited for; `during` is called in each, with its number from 1 on. */
  async function watch(
    args: readonly string[],
    pauses: number,
    during: (pause: number) => unknown = () => {},
  ) {
    const waited: number[] = [];
    const sleep: Sleep = async (ms, signal) => {
      waited.push(ms);
      nowMs += ms;
      erply.clock.advance(ms / 1000);
      await during(waited.length);
      if (waited.length >= pauses) stop.abort('SIGTERM');
      signal.throwIfAborted();
    };
    const outside = { sleep, random: () => 0, fetch: globalThis.fetch };
    const circumstances = { signal: stop.signal, now: () => nowMs, outside };
    const result = await runMain(['watch', ...args], env, circumstances);
    return { ...result, waited };
  }
  return {
    account: erply.account('100001'),
    ...{ env, folder, watch, url: erply.url },
    async [Symbol.asyncDispose]() {
      folder[Symbol.dispose]();
      await erply.close();
    },
  };
}

const eventsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('one process keeps the copy fresh with one login, and a signal ends it with code 0', async () => {
  await using shop = await openShop();
  const { exitCode, stderr, stdout, waited } = await shop.watch(['--every', '5m', '--json'], 3, (pause) => {
    if (pause === 1) shop.account.data('products').update(3, { name: 'Renamed' });
  });
  expect({ exitCode, stdout, waited }).toEqual({
    exitCode: 0,
    stdout: '',
    waited: [300_000, 300_000, 300_000],
  });
  const events = eventsOf(stderr);
  expect(events.filter(({ event }) => event === 'runEnded').map(({ records }) => records > 0)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    events.filter(({ event, lane }) => event === 'lane' && lane === 'products').map(({ records }) => records),
  ).toEqual([120, 1, 1]);
  expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['started', 'stopped']));
  const logins = shop.account.journal({ request: 'verifyUser' }).entries;
  expect(logins).toHaveLength(1);
});

test('errors do not end it: it waits longer after each, and says so', async () => {
  await using shop = await openShop();
  shop.account.addFault({ match: { request: 'getWarehouses' }, times: 3, effect: { errorCode: 1060 } });
  const { stderr, exitCode, waited } = await shop.watch(['--log', 'text', '--lanes', 'warehouses'], 4);
  expect({ exitCode, waited }).toEqual({ exitCode: 0, waited: [15_000, 30_000, 60_000, 300_000] });
  expect(stderr).toMatch(/^2026-03-02T10:00:00Z error: .*1060.*; trying again in 15 s$/m);
  expect(stderr).toMatch(/^2026-03-02T10:01:45Z up to date: 2 records/m);
});

test('a wrong password ends it at once, after one login', async () => {
  await using shop = await openShop();
  const wrong = { ...shop.env, ERPLY_PASSWORD: 'wrong' };
  const { exitCode, stderr } = await runMain(['watch', '--json'], wrong);
  expect(exitCode).toBe(1);
  expect(eventsOf(stderr).at(-1)).toMatchObject({ level: 'error', event: 'failed', exitCode: 1 });
  expect(shop.account.journal({ request: 'verifyUser' }).entries).toHaveLength(1);
});

test('a lane that is held back is reported, and the rest goes on', async () => {
  await using shop = await openShop();
  const { stderr, exitCode } = await shop.watch(['--json'], 2, (pause) => {
    if (pause > 1) return;
    for (let id = 1; id <= 110; id += 1) shop.account.data('products').remove(id);
    shop.account.data('brands').update(1, { name: 'Renamed' });
  });
  expect(exitCode).toBe(0);
  const events = eventsOf(stderr);
  const refused = events.filter(({ event }) => event === 'laneRefused');
  expect(refused.map(({ lane, kind }) => [lane, kind])).toEqual([
    ['products', 'tooManyDeletions'],
    ['stock', 'tooManyDeletions'],
  ]);
  expect(events.filter(({ event, lane }) => event === 'lane' && lane === 'brands')).toHaveLength(2);
});
