import { expect, test } from 'vitest';

import { brands } from '../src/lanes/brands.ts';
import { planLanes } from '../src/plan/plan-lanes.ts';
import type { LaneReport } from '../src/report.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { sinkKilledAfter } from './fuse.ts';
import { tamperedTransport } from './tampered-transport.ts';
import { openTestShop, type TestShop } from './test-shop.ts';

const start = Date.parse('2026-03-02T10:00:00Z');
const daySeconds = 86_400;

/** A copy of the brands of a shop; its clock and ours go on together. */
async function copiedBrands(options: { readonly brands?: number } = {}) {
  const shop = openTestShop();
  for (let count = 30; count < (options.brands ?? 30); count += 1)
    shop.account.data('brands').insert({ name: `Brand ${count}` });
  const copy = openCopy(shop);
  let seconds = 3600;
  shop.account.clock.advance(seconds);
  const clock = { now: () => start + seconds * 1000 };
  const run = async (more: Parameters<ShopCopy['run']>[0] = {}): Promise<LaneReport> => {
    const { lanes } = await copy.run({ lanes: [brands], clock, ...more });
    return lanes[0] as LaneReport;
  };
  const pass = (by: number) => {
    seconds += by;
    shop.account.clock.advance(by);
  };
  const first = await run();
  expect(first).toMatchObject({ mode: 'full', records: options.brands ?? 30, outcome: 'completed' });
  return { shop, copy, clock, run, pass };
}

const removedIn = ({ sink }: ShopCopy) =>
  sink.read('brands').flatMap(({ id, deletedAt }) => (deletedAt === undefined ? [] : [id]));

const removeBrands = ({ account }: TestShop, ...ids: number[]) => {
  for (const id of ids) account.data('brands').remove(id);
};

test('a brand that was deleted is removed by the full read that is due a day later, and not before', async () => {
  const { shop, copy, run, pass } = await copiedBrands();
  removeBrands(shop, 7);
  pass(daySeconds - 1);
  expect(await run()).toMatchObject({ mode: 'incremental', deletions: 0 });
  expect(removedIn(copy)).toEqual([]);
  pass(1);
  expect(await run()).toMatchObject({ mode: 'full', deletions: 1, outcome: 'completed' });
  expect(removedIn(copy)).toEqual([7]);
  // The sink keeps what it knew of it.
  expect(copy.sink.read('brands').find(({ id }) => id === 7)?.record).toMatchObject({ brandID: 7 });
  expect(await run()).toMatchObject({ mode: 'incremental', deletions: 0 });
});

test('a full read that was cut off before its end does not count from when it is finished', async () => {
  const { shop, copy, run, pass } = await copiedBrands();
  pass(daySeconds);
  const sink = sinkKilledAfter(copy.sink, ({ checkpoint }) => checkpoint.phase === 'closing');
  await expect(run({ sink })).rejects.toThrow('killed');
  removeBrands(shop, 7);
  pass(daySeconds);
  expect(await run()).toMatchObject({ resumed: true, outcome: 'completed' });
  expect(removedIn(copy)).toEqual([7]);
});

test('brands that are new or renamed come with the changes, for a tenth of a unit', async () => {
  const { shop, copy, run, pass } = await copiedBrands();
  pass(3600);
  const id = shop.account.data('brands').insert({ name: 'New' });
  shop.account.data('brands').update(3, { name: 'Renamed' });
  pass(60);
  expect(await run()).toMatchObject({ mode: 'incremental', records: 2, costUnits: 1.1 });
  const names = new Map(
    copy.sink.read('brands').map((row) => [row.id, (row.record as { name: string }).name]),
  );
  expect([names.get(id), names.get(3)]).toEqual(['New', 'Renamed']);
});

test('too many at once are refused until they are confirmed, and the full read stays due', async () => {
  const { shop, copy, run, pass } = await copiedBrands();
  removeBrands(shop, ...Array.from({ length: 10 }, (_, index) => index + 1));
  pass(daySeconds);
  const deletionLimit = { share: 0.2, atLeast: 5 };
  for (let runs = 0; runs < 2; runs += 1) {
    expect(await run({ deletionLimit })).toMatchObject({
      mode: 'full',
      outcome: 'refused',
      refusal: { message: 'brands: 10 of 30 records would be removed at once, so nothing was removed' },
    });
    expect(removedIn(copy)).toEqual([]);
  }
  expect(await run({ deletionLimit, confirmDeletions: true })).toMatchObject({ mode: 'full', deletions: 10 });
  expect(removedIn(copy)).toHaveLength(10);
});

test('an empty list removes nothing', async () => {
  const { shop, copy, run, pass } = await copiedBrands();
  pass(daySeconds);
  const emptied = (text: string) =>
    text
      .replace(/"records":\[.*\]\}\]/s, '"records":[]}]')
      .replace(/"records(Total|InResponse)":\d+/g, '"records$1":0');
  const transport = tamperedTransport(shop.transport, {
    answer: (text, request) => (request.get('requests')?.includes('getBrands') ? emptied(text) : text),
  });
  expect((await run({ transport })).refusal?.message).toContain('came back empty');
  expect(removedIn(copy)).toEqual([]);
});

test('a brand that was removed and comes again is there again', async () => {
  const { shop, copy, run, pass } = await copiedBrands();
  const without7 = tamperedTransport(shop.transport, {
    answer: (text) =>
      text.replace(/\{"brandID":7,[^}]*\},/, '').replace(/"records(Total|InResponse)":30/g, '"records$1":29'),
  });
  pass(daySeconds);
  expect(await run({ transport: without7 })).toMatchObject({ deletions: 1 });
  expect(removedIn(copy)).toEqual([7]);
  pass(daySeconds);
  expect(await run()).toMatchObject({ mode: 'full', deletions: 0 });
  expect(removedIn(copy)).toEqual([]);
});

test.each([
  { what: 'deleted', change: (shop: TestShop) => removeBrands(shop, 1), removed: [1] },
  {
    what: 'deleted, and another one is made',
    change: (shop: TestShop) => {
      shop.account.clock.advance(1);
      removeBrands(shop, 1);
      shop.account.data('brands').insert({ name: 'New' });
    },
    removed: [1],
  },
])('a brand that is $what while pages are read hides no other one', async ({ change, removed }) => {
  const { shop, copy, run, pass } = await copiedBrands({ brands: 250 });
  pass(daySeconds);
  let pages = 0;
  const transport: TestShop['transport'] = {
    ...shop.transport,
    async send(request) {
      const isPage = new URLSearchParams(request.form).get('requests')?.includes('getBrands');
      if (isPage && ++pages === 2) change(shop);
      return shop.transport.send(request);
    },
  };
  expect(await run({ transport })).toMatchObject({ mode: 'full', outcome: 'completed' });
  expect(pages).toBeGreaterThan(2);
  expect(removedIn(copy)).toEqual(removed);
});

test('a list that changes each time it is read is refused, and nothing is removed', async () => {
  const { shop, copy, run, pass } = await copiedBrands({ brands: 250 });
  pass(daySeconds);
  let id = 0;
  const transport: TestShop['transport'] = {
    ...shop.transport,
    async send(request) {
      if (new URLSearchParams(request.form).get('requests')?.includes('getBrands')) removeBrands(shop, ++id);
      return shop.transport.send(request);
    },
  };
  expect(await run({ transport })).toMatchObject({
    outcome: 'refused',
    refusal: {
      kind: 'incomplete',
      message: 'brands: records came or went while the list was read, 3 times; nothing was written',
    },
  });
  expect(removedIn(copy)).toEqual([]);
});

test('a plan knows that the full read is due, and that no log is asked', async () => {
  const { shop, copy, clock, run, pass } = await copiedBrands();
  const plan = async () => {
    await using client = shop.connect();
    const { lanes } = await planLanes({ client, sink: copy.sink, clock, lanes: [brands] });
    return lanes[0];
  };
  expect(await plan()).toMatchObject({ mode: 'incremental', costUnits: 0.1, requests: 1 });
  pass(daySeconds);
  const due = await plan();
  expect(due).toMatchObject({ mode: 'full', records: 30, costUnits: 0.2 });
  expect((await run()).costUnits).toBeCloseTo((due?.costUnits ?? 0) + 1, 5);
});
