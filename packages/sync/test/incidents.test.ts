import { describe, expect, test } from 'vitest';

import { ErplyError } from '@erply-kit/client';

import type { Checkpoint } from '../src/checkpoint.ts';
import { addresses } from '../src/lanes/addresses.ts';
import { type RunOptions, runLanes } from '../src/run-lanes.ts';
import type { Entry } from '../src/sink.ts';
import { createMemorySink, type MemorySink } from '../src/testing/index.ts';
import { type ClientSettings, openSmallShop, type SmallShop } from './adversary/small-shop.ts';
import { everyLane, recordLanes, shopTableOf } from './every-lane.ts';
import { sinkKilledAfter } from './fuse.ts';
import { someOf } from './some-of.ts';
import { tamperedTransport } from './tampered-transport.ts';

type Settings = Partial<RunOptions<Entry>> & Partial<ClientSettings>;

interface Copied {
  readonly shop: SmallShop;
  readonly sink: MemorySink;
  run(settings?: Settings): ReturnType<typeof runLanes>;
}

/** A shop with twelve more records of each lane named, an hour after they were made, copied by these lanes. */
async function copyShop(names: readonly string[]): Promise<Copied> {
  const shop = openSmallShop();
  for (const name of names) {
    if (name === 'stock') continue;
    const { table, values } = shopTableOf(name);
    for (let count = 1; count <= 12; count += 1) shop.account.data(table).insert(values(`${count}`));
  }
  shop.account.clock.advance('1h');
  const sink = createMemorySink();
  const lanes = everyLane.filter(({ name }) => names.includes(name));
  const run = async ({ transport = shop.transport, pageSize = 5, attempts = 1, ...rest }: Settings = {}) => {
    const { password, ...options } = { ...rest };
    const credentials = password === undefined ? {} : { password };
    await using client = shop.connect({ transport, pageSize, attempts, ...credentials });
    return await runLanes({ client, sink, clock: shop, lanes, ...options });
  };
  expect(await run()).toMatchObject({ outcome: 'completed' });
  shop.account.clock.advance('2d');
  return { shop, sink, run };
}

/** Keys of everything that a reader of the copy finds. */
const aliveIn = (sink: MemorySink, lane: string) =>
  sink
    .read(lane)
    .filter(({ warehouseID, record, deletedAt }) =>
      warehouseID === undefined
        ? deletedAt === undefined
        : (record as { amountInStock: number }).amountInStock !== 0,
    )
    .map(({ id, warehouseID }) => `${id}/${warehouseID ?? ''}`)
    .sort();

const namesOf = (lane: string) => (lane === 'stock' ? ['warehouses', 'products', 'stock'] : [lane]);

describe.each(someOf(everyLane, 3))('$name: nothing is removed', ({ name }) => {
  test.each([
    ['recordsTotal 0', '0'],
    ['no recordsTotal', undefined],
  ])('by empty answers with %s', async (_, total) => {
    const { shop, sink, run } = await copyShop(namesOf(name));
    const before = aliveIn(sink, name);
    const transport = tamperedTransport(shop.transport, {
      answer: (text, form) => (form.get('request') === 'verifyUser' ? text : emptied(text, total)),
      file: (text) => text.slice(0, text.indexOf('\n') + 1),
    });
    for (const full of [false, true]) await run({ transport, full });
    expect(aliveIn(sink, name)).toEqual(before);
    // Nor does anything that changed meanwhile get lost.
    await run({ full: true });
    expect(aliveIn(sink, name)).toEqual(before);
  });

  test('by a run that cannot log in, by a session that is refused, and by the run after it', async () => {
    const { shop, sink, run } = await copyShop(namesOf(name));
    const before = aliveIn(sink, name);
    const state = await sink.state(name);
    await expect(run({ password: 'wrong', full: true })).rejects.toThrow(ErplyError);
    await expect(run({ transport: refused(shop, 1054), full: true })).rejects.toThrow(ErplyError);
    await expect(run({ transport: refused(shop, 1001), full: true })).rejects.toThrow(ErplyError);
    await expect(run({ transport: refused(shop, 1060), full: true })).rejects.toThrow(ErplyError);
    expect(await sink.state(name)).toEqual(state);
    for (const full of [false, true]) {
      expect(await run({ full })).toMatchObject({ outcome: 'completed' });
      expect(aliveIn(sink, name)).toEqual(before);
    }
  });

  test('by the answers of another account that holds little', async () => {
    const { sink, run } = await copyShop(namesOf(name));
    const before = aliveIn(sink, name);
    const other = openSmallShop('100002');
    for (const full of [false, true])
      await run({ transport: toAccount(other), full, deletionLimit: { share: 0.2, atLeast: 3 } });
    const removed = before.filter((key) => !aliveIn(sink, name).includes(key));
    expect(removed.length).toBeLessThan(Math.max(3, 0.2 * before.length + 1));
    await run({ full: true });
    expect(aliveIn(sink, name)).toEqual(before);
  });
});

describe.each(someOf(recordLanes, 3))('$name: a checkpoint that does not fit', ({ name }) => {
  test.each([
    ['an offset beyond the end', { offset: 10_000, lastKey: 1e9 }],
    ['an offset of another page size', { offset: 7, lastKey: 1 }],
  ])('%s removes nothing', async (_, cursor) => {
    const { sink, run } = await copyShop([name]);
    const before = aliveIn(sink, name);
    const { checkpoint, counters } = (await sink.state(name)) ?? {};
    if (checkpoint?.phase !== 'idle' || !counters) throw new Error('the lane is not at rest');
    const generation = checkpoint.generation + 1;
    const times = { candidate: checkpoint.watermark ?? 0, deletedFrom: checkpoint.watermark ?? 0 };
    const damaged: Checkpoint = {
      ...{ phase: 'full', mode: 'full', generation, before: checkpoint, cursor },
      ...times,
    };
    const nothing = { rows: [], deletions: [], deadLetters: [] };
    await sink.commit({ lane: name, generation, ...nothing, checkpoint: damaged, counters });
    for (const pageSize of [3, 8]) {
      await run({ pageSize });
      expect(aliveIn(sink, name)).toEqual(before);
    }
    expect(await run()).toMatchObject({ outcome: 'completed' });
  });

  test('a list that became shorter, of which no log says so, hides nothing from the run that goes on', async () => {
    const { shop, sink, run } = await copyShop([name]);
    const { table } = shopTableOf(name);
    const own = aliveIn(sink, name)
      .map((key) => Number.parseInt(key, 10))
      .sort((one, other) => one - other)
      .slice(-12);
    let pages = 0;
    const killed = sinkKilledAfter(sink, ({ checkpoint }) => {
      if (checkpoint.phase === 'full' && checkpoint.cursor) pages += 1;
      return pages === 1;
    });
    await run({ full: true, sink: killed, pageSize: 20 }).catch(() => {});
    // Those of the first page that can go, before the cursor.
    for (const id of own.slice(0, 6)) shop.account.data(table).remove(id);
    const forgetful = tamperedTransport(shop.transport, {
      answer: (text, form) =>
        form.get('requests')?.includes('getUserOperationsLog') ? emptied(text, '0') : text,
    });
    await run({ transport: forgetful, pageSize: 20 });
    expect(aliveIn(sink, name)).toEqual(expect.arrayContaining(own.slice(6).map((id) => `${id}/`)));
  });
});

describe.each(someOf(everyLane, 3))('$name: a shop that was restored from a backup', ({ name }) => {
  test('loses nothing that it still has, in a read that goes on, and is equal after a full read', async () => {
    const { shop, sink, run } = await copyShop(namesOf(name));
    const kept = aliveIn(sink, name);
    shop.account.snapshot('backup');
    if (name !== 'stock') {
      const { table, values } = shopTableOf(name);
      for (let count = 1; count <= 3; count += 1) shop.account.data(table).insert(values(`later ${count}`));
    }
    shop.account.clock.advance('1h');
    const killed = sinkKilledAfter(sink, ({ checkpoint }) => checkpoint.phase !== 'idle');
    await run({ full: true, sink: killed, pageSize: 20 }).catch(() => {});
    shop.account.restore({ name: 'backup' });
    await run({ pageSize: 20 });
    expect(aliveIn(sink, name)).toEqual(expect.arrayContaining(kept));
    shop.account.clock.advance('1h');
    expect(await run({ full: true })).toMatchObject({ outcome: 'completed' });
    expect(aliveIn(sink, name)).toEqual(kept);
  });
});

test('an address that goes along with its customer, of which no log says so, hides no other one', async () => {
  const { shop, sink, run } = await copyShop(['addresses']);
  const mutate = [{ table: 'customers', op: 'delete' as const, id: 1003 }];
  shop.account.addFault({ match: { request: 'getAddresses', page: 6, nth: 1 }, effect: { mutate } });
  expect(await run({ full: true, pageSize: 4, lanes: [addresses] })).toMatchObject({ outcome: 'completed' });
  const held = shop.account.data('addresses').list();
  expect(aliveIn(sink, 'addresses')).toEqual(
    expect.arrayContaining(held.map(({ addressID }) => `${addressID}/`)),
  );
});

/** The answers to a bulk request, as if there were nothing to answer. */
function emptied(text: string, total: string | undefined): string {
  const answer = JSON.parse(text) as { requests?: { status: Record<string, unknown>; records: unknown }[] };
  for (const one of answer.requests ?? []) {
    one.records = [];
    one.status.recordsInResponse = 0;
    delete one.status.recordsTotal;
    if (total !== undefined) one.status.recordsTotal = Number(total);
  }
  return JSON.stringify(answer);
}

/** A shop that answers everything but the login with an error. */
const refused = ({ transport }: SmallShop, errorCode: number) =>
  tamperedTransport(transport, {
    answer: (text, form) => {
      if (form.get('request') === 'verifyUser') return text;
      const { status } = JSON.parse(text) as { status: object };
      return JSON.stringify({ status: { ...status, responseStatus: 'error', errorCode }, records: null });
    },
  });

/** A way to another account: whatever is asked of one, the other answers. */
const toAccount = ({ transport }: SmallShop): SmallShop['transport'] => ({
  ...transport,
  send(request) {
    const form = request.form?.replace('clientCode=100001', 'clientCode=100002');
    return transport.send({ ...request, ...(form !== undefined && { form }) });
  },
});
