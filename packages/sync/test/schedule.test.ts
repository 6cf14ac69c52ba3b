import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { ClientOptions } from '@erply-kit/client';
import { propertyRun, randomOf } from '@erply-kit/tooling/property';

import type { Lane } from '../src/lane.ts';
import { payments } from '../src/lanes/payments.ts';
import { products } from '../src/lanes/products.ts';
import { salesDocuments } from '../src/lanes/sales-documents.ts';
import { stock } from '../src/lanes/stock.ts';
import { warehouses } from '../src/lanes/warehouses.ts';
import { type RunOptions, runLanes } from '../src/run-lanes.ts';
import type { Entry, Sink } from '../src/sink.ts';
import { createMemorySink } from '../src/testing/memory-sink.ts';
import { shopClock } from './copy-shop.ts';
import { laneFacts, withoutLinks } from './lane-facts.ts';
import { readCopy } from './read-copy.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

const lanes: readonly Lane[] = [warehouses, products, stock, salesDocuments];

interface Slow {
  readonly documents?: number;
  /** Seconds that the answer to a request takes, as the shop's clock has them. */
  readonly answerSeconds?: number;
  /** Is called before each answer, with how many there were. */
  readonly onRequest?: (requests: number, shop: TestShop) => void;
  readonly client?: Partial<ClientOptions>;
}

/** A shop whose documents take long to be read: each request takes its time, and sleeping lets time pass. */
function openSlowShop({ documents = 700, answerSeconds = 20, onRequest, client = {} }: Slow = {}) {
  const shop = openTestShop({ customers: 5, documents });
  const sink = createMemorySink();
  let requests = 0;
  const send: TestShop['transport']['send'] = (request) => {
    requests += 1;
    shop.account.clock.advance(answerSeconds);
    onRequest?.(requests, shop);
    return shop.transport.send(request);
  };
  return {
    ...{ shop, sink },
    async run(options: Partial<RunOptions<Entry>> = {}) {
      const transport = { ...shop.transport, send };
      // A page each, unless the test says otherwise.
      await using erply = shop.connect({ transport, bulkBytes: 1, retry: { attempts: 1 }, ...client });
      return await runLanes({
        ...{ client: erply, sink, clock: shopClock(shop), lanes, pollEverySeconds: 60 },
        async sleep(ms) {
          shop.account.clock.advance(Math.ceil(ms / 1000));
        },
        ...options,
      });
    },
  };
}

const documentsIn = (sink: ReturnType<typeof createMemorySink>) =>
  new Map(
    sink
      .read('salesDocuments')
      .flatMap(({ id, record, deletedAt }) =>
        deletedAt === undefined ? [[id, withoutLinks(record as object)]] : [],
      ),
  );

async function documentsOf(shop: TestShop) {
  await using client = shop.connect();
  return await laneFacts.salesDocuments?.readAll(client);
}

test('while documents are read for the first time, what changes elsewhere is in the copy soon', async () => {
  const changedAt = new Map<string, number>();
  const seenAfter: number[] = [];
  const { shop, sink, run } = openSlowShop({
    onRequest(requests, { account }) {
      if (requests < 12 || requests % 3 !== 0) return;
      const name = `Changed ${requests}`;
      account.data('products').update(1 + (requests % 40), { name });
      changedAt.set(name, account.clock.read().now);
    },
  });
  const watched: Sink<Entry> = {
    ...sink,
    async commit(batch) {
      await sink.commit(batch);
      if (batch.lane !== 'products') return;
      for (const { record } of batch.rows) {
        const { name } = record as { name: string };
        const at = changedAt.get(name);
        if (at !== undefined) seenAfter.push(shop.account.clock.read().now - at);
        changedAt.delete(name);
      }
    },
  };
  const report = await run({ sink: watched });
  expect(report.outcome).toBe('completed');
  expect(seenAfter.length).toBeGreaterThan(2);
  // A minute between polls, the page that is under way, and the answers of a poll.
  expect(Math.max(...seenAfter)).toBeLessThanOrEqual(60 + 7 * 20);
  expect(report.lanes.find(({ lane }) => lane === 'products')?.records).toBeGreaterThan(50);
});

test('so is what changes in the documents themselves, also where the read has been', async () => {
  let editedAt = 0;
  let seenAt = 0;
  const { shop, sink, run } = openSlowShop({
    onRequest(requests, { account }) {
      if (requests !== 16) return;
      account.data('salesDocuments').update(1, { notes: 'Edited' });
      editedAt = account.clock.read().now;
    },
  });
  let lastPhase = '';
  const watched: Sink<Entry> = {
    ...sink,
    async commit(batch) {
      await sink.commit(batch);
      const isEdited = batch.rows.some(
        ({ id, record }) => id === 1 && (record as { notes: string }).notes === 'Edited',
      );
      if (!isEdited || seenAt > 0) return;
      seenAt = shop.account.clock.read().now;
      lastPhase = batch.checkpoint.phase;
    },
  };
  await run({ sink: watched });
  expect(lastPhase).toBe('full');
  expect(seenAt - editedAt).toBeLessThanOrEqual(60 + 7 * 20);
  expect(documentsIn(sink)).toEqual(await documentsOf(shop));
});

test('an older answer is never written over a newer one, though pages come many at a time', async () => {
  const neverOlder = fc.asyncProperty(fc.gen(), async (gen) => {
    const random = randomOf(gen);
    let [version, isQuiet] = [0, false];
    const { shop, sink, run } = openSlowShop({
      client: { bulkBytes: 8e6 },
      documents: 400,
      answerSeconds: 40,
      onRequest(_, { account }) {
        if (isQuiet) return;
        for (let edits = random.whole(0, 5); edits > 0; edits -= 1) {
          version += 1;
          account.data('salesDocuments').update(random.whole(1, 300), { notes: `${version}` });
        }
      },
    });
    const written = new Map<number, number>();
    const watched: Sink<Entry> = {
      ...sink,
      async commit(batch) {
        for (const { id, record } of batch.lane === 'salesDocuments' ? batch.rows : []) {
          const notes = Number((record as { notes?: string }).notes ?? 0) || 0;
          expect(notes).toBeGreaterThanOrEqual(written.get(id) ?? 0);
          written.set(id, notes);
        }
        await sink.commit(batch);
      },
    };
    await run({ sink: watched, pollEverySeconds: 30 });
    isQuiet = true;
    await run({ sink: watched });
    expect(documentsIn(sink)).toEqual(await documentsOf(shop));
  });
  await fc.assert(neverOlder, propertyRun(1));
});

test('a long read keeps to its share of the hour, and polls go on while it waits', async () => {
  const { shop, sink, run } = openSlowShop({ documents: 1500, answerSeconds: 1 });
  const byHour = new Map<number, number>();
  let polls = 0;
  const watched: Sink<Entry> = {
    ...sink,
    async commit(batch) {
      await sink.commit(batch);
      const hour = Math.floor(shop.account.clock.read().now / 3600);
      if (batch.lane === 'salesDocuments' && batch.checkpoint.phase === 'full' && batch.rows.length === 100)
        byHour.set(hour, (byHour.get(hour) ?? 0) + 0.1);
      if (batch.lane === 'products' && batch.checkpoint.phase === 'idle') polls += 1;
    },
  };
  const report = await run({ sink: watched, unitsPerHour: 10, backfillShare: 0.5, pollEverySeconds: 600 });
  expect(report.outcome).toBe('completed');
  expect(byHour.size).toBeGreaterThan(1);
  // Of ten units, five: the first hour has read the other lanes, too.
  for (const units of byHour.values()) expect(units).toBeLessThanOrEqual(5.2);
  // Every ten minutes that it waited.
  expect(polls).toBeGreaterThan(3);
  expect(documentsIn(sink)).toEqual(await documentsOf(shop));
});

test('a run that is killed at any commit of a long read with polls in it is finished by the next', async () => {
  const endsEqual = fc.asyncProperty(fc.gen(), async (gen) => {
    const random = randomOf(gen);
    let [gone, isQuiet] = [0, false];
    const { shop, sink, run } = openSlowShop({
      documents: 300,
      answerSeconds: 30,
      onRequest(_, { account }) {
        if (isQuiet) return;
        const [productID, documentID] = [random.whole(1, 40), random.whole(1, 200)];
        if (random.chance(0.3))
          account.data('products').update(productID, { name: `${random.whole(0, 1e6)}` });
        if (random.chance(0.3)) account.data('salesDocuments').update(documentID, { notes: `${documentID}` });
        if (random.chance(0.1) && gone < 3) account.data('salesDocuments').remove(201 + gone++);
      },
    });
    for (let kills = 0; kills < 3; kills += 1) {
      let left = random.whole(1, 25);
      const killed: Sink<Entry> = {
        ...sink,
        async commit(batch) {
          left -= 1;
          if (left === 0) throw new Error('killed');
          await sink.commit(batch);
        },
      };
      await run({ sink: killed }).catch((error: unknown) => {
        if (!String(error).includes('killed')) throw error;
      });
    }
    isQuiet = true;
    expect(await run()).toMatchObject({ outcome: 'completed' });
    expect(documentsIn(sink)).toEqual(await documentsOf(shop));
    const [held, had] = [readCopy(sink), await readShop(shop)];
    for (const lane of ['products', 'stock']) expect(held[lane]).toEqual(had[lane]);
  });
  await fc.assert(endsEqual, propertyRun(1));
});

test('what a poll costs is the cost of the lanes that it polls, not of the one that is read at length', async () => {
  const { run } = openSlowShop({});
  const report = await run({ lanes: [warehouses, products, stock, payments, salesDocuments] });
  const sum = report.lanes.reduce((units, lane) => units + lane.costUnits, 0);
  expect(sum).toBeLessThanOrEqual(report.costUnits);
  const documents = report.lanes.find(({ lane }) => lane === 'salesDocuments');
  // Seven pages, what changed meanwhile, and the log.
  expect(documents?.costUnits).toBeGreaterThanOrEqual(0.9);
});

test('a run that was given its plan tells when all of it is over, turns of the hour included', async () => {
  const { shop, run } = openSlowShop({ documents: 1500, answerSeconds: 1 });
  const etas: { at: number; seconds: number }[] = [];
  // A plan of which no more than a fourth fits into the hour.
  await run({
    plan: { costUnits: 30 },
    unitsPerHour: 10,
    backfillShare: 0.7,
    onProgress(event) {
      if (event.kind === 'progress' && event.runEtaSeconds !== undefined)
        etas.push({ at: shop.account.clock.read().now, seconds: event.runEtaSeconds });
    },
  });
  expect(etas.length).toBeGreaterThan(0);
  // Seven units an hour: three turns at least are to come.
  expect(etas[0]?.seconds).toBeGreaterThan(3 * 3600);
  expect(etas[0]?.seconds).toBeLessThan(5 * 3600);
  expect(etas.at(-1)?.seconds).toBeLessThan(etas[0]?.seconds ?? 0);
});
