import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import type { Checkpoint } from '../src/checkpoint.ts';
import { brands } from '../src/lanes/brands.ts';
import { productGroups } from '../src/lanes/product-groups.ts';
import { products } from '../src/lanes/products.ts';
import { stock } from '../src/lanes/stock.ts';
import { warehouses } from '../src/lanes/warehouses.ts';
import type { LaneReport } from '../src/report.ts';
import type { RunOptions } from '../src/run-lanes.ts';
import type { Entry } from '../src/sink.ts';
import { openCopy } from './copy-shop.ts';
import { mainLanes } from './main-lanes.ts';
import { readCopy } from './read-copy.ts';
import { tamperedTransport } from './tampered-transport.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

const twoDays = 48 * 3600;

/** Seconds by which the server's clock is off in its n-th answer to a run, from 0 on. The login does not count. */
type ClockError = (answer: number) => number;

interface Clocks {
  readonly server?: ClockError;
  /** Seconds by which our own clock is off. */
  readonly ours?: number;
}

/** A server whose records are stamped right, and whose answers are clocked wrong. */
function misclocked(shop: TestShop, off: ClockError): TestShop['transport'] {
  let answers = 0;
  return tamperedTransport(shop.transport, {
    answer(text, request) {
      if (request.get('request') === 'verifyUser') return text;
      const seconds = off(answers);
      answers += 1;
      return text.replace(
        /"requestUnixTime":(\d+)/g,
        (_, now) => `"requestUnixTime":${Number(now) + seconds}`,
      );
    },
  });
}

/** A shop with its copy; time is what the shop's clock says. */
function openClockedShop() {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const trueSeconds = () => shop.account.clock.read().now;
  return {
    ...{ shop, copy, trueSeconds },
    run: ({ server = () => 0, ours = 0 }: Clocks = {}, options: Partial<RunOptions<Entry>> = {}) =>
      copy.run({
        transport: misclocked(shop, server),
        clock: { now: () => (trueSeconds() + ours) * 1000 },
        ...options,
      }),
    expectEqual: async (why?: string) => expect(readCopy(copy.sink), why).toEqual(await readShop(shop)),
  };
}

/** A change of every kind that lanes follow. */
function change({ account }: TestShop, round = 1) {
  account.data('products').update(7, { name: `Changed ${round}` });
  account.data('products').remove(40 + round);
  account.data('productGroups').insert({ name: `New ${round}`, parentGroupID: 1 });
  account.data('brands').insert({ name: `New ${round}` });
  account.stockMovements.insert({ productID: 8, warehouseID: 1, amount: 5 });
}

const wentBack = (lanes: readonly LaneReport[]) =>
  lanes.filter(({ clockWentBack }) => clockWentBack).map(({ lane }) => lane);

test('a second run of two clocks that go on evenly asks from the watermark, once', async () => {
  for (const ours of [0, -7200, 7200]) {
    const { shop, run, expectEqual } = openClockedShop();
    await run({ ours });
    shop.account.clock.advance('1h');
    change(shop);
    shop.account.clock.advance('10m');
    const report = await run({ ours });
    const again = await run({ ours });
    await expectEqual();
    expect(wentBack([...report.lanes, ...again.lanes])).toEqual([]);
    if (ours >= 0) expect(again.lanes.map(({ mode, records }) => [mode, records])).toEqual(idle);
  }
});

const idle = [
  ['incremental', 0],
  ['incremental', 0],
  ['incremental', 0],
  ['incremental', 0],
  ['incremental', 0],
];

for (const { name, lanes } of [
  { name: 'the main lanes', lanes: mainLanes },
  ...[products, productGroups, stock].map((lane) => ({ name: `the lane ${lane.name}`, lanes: [lane] })),
]) {
  /** What the copy holds of these lanes is what the shop has. */
  const compare = async ({ copy, shop }: ReturnType<typeof openClockedShop>) => {
    const [held, had] = [readCopy(copy.sink), await readShop(shop)];
    for (const lane of lanes) expect(held[lane.name], lane.name).toEqual(had[lane.name]);
  };

  for (const { ours, whose } of [
    { ours: 0, whose: 'ours is right' },
    { ours: 30 * 86_400, whose: 'ours is a month ahead' },
  ]) {
    test(`${name}, 48 hours ahead in one run while ${whose}: what changed before it was mended arrives`, async () => {
      const clocked = openClockedShop();
      await clocked.run({ ours, server: () => twoDays }, { lanes });
      clocked.shop.account.clock.advance('1h');
      change(clocked.shop);
      const report = await clocked.run({ ours }, { lanes });
      expect(report.outcome).toBe('completed');
      await compare(clocked);
    });

    test(`${name}, as before, when the next run comes after those 48 hours`, async () => {
      const clocked = openClockedShop();
      await clocked.run({ ours, server: () => twoDays }, { lanes });
      clocked.shop.account.clock.advance('1h');
      change(clocked.shop);
      clocked.shop.account.clock.advance('50h');
      await clocked.run({ ours }, { lanes });
      await compare(clocked);
    });

    for (const seconds of [90, twoDays]) {
      test(`${name}, ${seconds} s ahead in the first answer of a run alone while ${whose}`, async () => {
        const clocked = openClockedShop();
        for (const round of [1, 2]) {
          await clocked.run({ ours, server: (answer) => (answer === 0 ? seconds : 0) }, { lanes });
          clocked.shop.account.clock.advance('10s');
          change(clocked.shop, round);
          clocked.shop.account.clock.advance('10m');
        }
        const report = await clocked.run({ ours }, { lanes });
        await compare(clocked);
        expect(wentBack(report.lanes)).toEqual([]);
      });
    }

    test(`${name}, ahead in every answer of every run while ${whose}, until it is mended`, async () => {
      const clocked = openClockedShop();
      for (const round of [1, 2, 3]) {
        await clocked.run({ ours, server: () => twoDays }, { lanes });
        clocked.shop.account.clock.advance('1h');
        change(clocked.shop, round);
      }
      await clocked.run({ ours, server: () => (ours === 0 ? twoDays : 0) }, { lanes });
      // Where our clock is ahead, too, nothing shows before the mending, and then only what is new is found.
      if (ours === 0) await compare(clocked);
    });

    test(`${name}, ahead in one run and in the first answer of the next, while ${whose}`, async () => {
      const clocked = openClockedShop();
      await clocked.run({ ours, server: () => twoDays }, { lanes });
      clocked.shop.account.clock.advance('1h');
      change(clocked.shop);
      clocked.shop.account.clock.advance('1h');
      await clocked.run({ ours, server: (answer) => (answer === 0 ? twoDays : 0) }, { lanes });
      await compare(clocked);
    });
  }

  test(`${name}: both clocks were ahead, and an answer is clocked before the watermark: everything is read`, async () => {
    const clocked = openClockedShop();
    await clocked.run({ ours: twoDays, server: () => twoDays }, { lanes });
    clocked.shop.account.clock.advance('1h');
    change(clocked.shop);
    const report = await clocked.run({}, { lanes });
    await compare(clocked);
    expect(wentBack(report.lanes).length).toBeGreaterThan(0);
    expect(report.lanes.at(-1)?.mode).toBe('full');
  });
}

test('a watermark of an earlier version is not believed when an answer is clocked before it', async () => {
  const { shop, copy, run, expectEqual } = openClockedShop();
  const ours = 30 * 86_400;
  await run({ ours, server: () => twoDays });
  for (const { name } of mainLanes) {
    const { checkpoint, counters } = (await copy.sink.state(name)) ?? fail();
    const { watermarkAt: _, ...older } = checkpoint as Checkpoint & { watermarkAt?: number };
    const nothing = { rows: [], deletions: [], deadLetters: [] };
    await copy.sink.commit({ lane: name, generation: 1, ...nothing, checkpoint: older, counters });
  }
  shop.account.clock.advance('1h');
  change(shop);
  const report = await run({ ours });
  expect(report.lanes.map(({ mode }) => mode)).toEqual(['full', 'full', 'full', 'full', 'full']);
  await expectEqual();
});

test('what changes behind the back of a full read whose first answer was ahead is read by the same run', async () => {
  const clocked = openClockedShop();
  const { shop, run, expectEqual } = clocked;
  const server = (answer: number) => {
    if (answer === 1) change(shop);
    return answer === 0 ? 90 : 0;
  };
  await run({ ours: 30 * 86_400, server }, { lanes: [products] });
  await run({}, { lanes: [warehouses, productGroups, brands, stock] });
  await expectEqual();
});

test('our own clock may jump: what is read twice is not lost', async () => {
  const { shop, run, expectEqual } = openClockedShop();
  for (const [round, ours] of [0, 86_400, -86_400, 0, 1e9, -1e9].entries()) {
    await run({ ours });
    shop.account.clock.advance('1h');
    change(shop, round);
    await run({ ours });
    await expectEqual(`ours is ${ours} s off`);
  }
});

test('a full read of stock that was done while our clock was ahead is due', async () => {
  const { shop, run } = openClockedShop();
  await run({ ours: 365 * 86_400 });
  shop.account.clock.advance('1h');
  const report = await run({}, { lanes: [stock] });
  expect(report.lanes).toMatchObject([{ mode: 'full' }]);
});

test('an answer that does not say the time is refused in one sentence, and nothing is written', async () => {
  const { shop, copy } = openClockedShop();
  const transport = tamperedTransport(shop.transport, {
    answer: (text, request) => (request.has('requests') ? text.replace(/"requestUnixTime":\d+,/g, '') : text),
  });
  const report = await copy.run({ transport });
  expect(report.lanes.map(({ refusal }) => refusal)).toEqual(
    ['warehouses', 'productGroups', 'brands', 'products', 'stock'].map((lane) => ({
      kind: 'unreadable',
      message: `${lane}: an answer does not say what time it is; nothing was written`,
    })),
  );
  expect(copy.sink.read('products')).toEqual([]);
});

/** Runs whose answers are clocked at random, of a shop that changes between them, and then one that is clocked right. */
async function liveThrough(random: Random, ours: number) {
  const clocked = openClockedShop();
  const { shop, run } = clocked;
  for (let round = 1; round <= 3; round += 1) {
    const errors = [0, 0, 90, -90, 3600, -3600, twoDays].filter(() => random.chance(0.4));
    await run({ ours, server: () => (errors.length > 0 ? random.pick(errors) : 0) });
    shop.account.clock.advance(random.whole(0, 199_999));
    change(shop, round);
    shop.account.clock.advance(random.whole(0, 199_999));
  }
  await run({ ours });
  return clocked;
}

test('as long as our clock is not ahead, answers may say any time', async () => {
  const ours = fc.constantFrom(0, -1000);
  const endsEqual = fc.asyncProperty(ours, fc.gen(), async (seconds, gen) => {
    const { expectEqual } = await liveThrough(randomOf(gen), seconds);
    await expectEqual();
  });
  await fc.assert(endsEqual, propertyRun(3));
});

function fail(): never {
  throw new Error('the lane has no state');
}
