import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openOutbox } from '../src/push/open-outbox.ts';
import { pushTo, type ScriptedPush } from './push-to.ts';
import { serverTime } from './scripted-source.ts';
import { type Conduct, startStockReceiver, testSecret } from './stock-receiver.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A receiver, and an outbox for it. */
async function receiverWithOutbox(secrets?: readonly string[]) {
  const resources = new AsyncDisposableStack();
  const folder = resources.use(await temporaryFolder());
  const receiver = resources.use(await startStockReceiver(secrets));
  return {
    ...{ receiver, folder: folder.path },
    push: (stock: Record<number, readonly (readonly [number, number])[]>, more: Partial<ScriptedPush> = {}) =>
      pushTo({ folder: folder.path, url: receiver.url, shop: { stock }, ...more }),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

const dataOf = ({ body }: { readonly body: string }) => JSON.parse(body).data;
const answering =
  (status: number, headers = {}): Conduct =>
  (_, response) =>
    response.writeHead(status, headers).end();

test('the first push sends everything, and the next ones what has changed', async () => {
  await using to = await receiverWithOutbox();
  expect(
    await to.push({
      1: [
        [1, 5],
        [2, 3],
      ],
      2: [[1, 1]],
    }),
  ).toMatchObject({ rows: 3, sent: 3, batches: 1 });
  expect(
    await to.push({
      1: [
        [1, 5],
        [2, 3],
      ],
      2: [[1, 1]],
    }),
  ).toMatchObject({ rows: 3, sent: 0, batches: 0 });
  expect(
    await to.push({
      1: [
        [1, 4],
        [2, 3],
      ],
      2: [[1, 1]],
    }),
  ).toMatchObject({ sent: 1 });
  expect(dataOf(to.receiver.received.at(-1)!).items).toEqual([
    { productID: 1, warehouseID: 1, available: 4 },
  ]);
  expect(await to.push({ 1: [[1, 4]], 2: [[1, 1]] })).toMatchObject({ sent: 1, zeroed: 1 });
  expect(dataOf(to.receiver.received.at(-1)!).items).toEqual([
    { productID: 2, warehouseID: 1, available: 0, removed: true },
  ]);
  expect(to.receiver.quantities()).toEqual(
    new Map([
      ['1 1', 4],
      ['1 2', 1],
    ]),
  );
});

test('a delivery has the headers of Standard Webhooks, and its sequence in what is signed', async () => {
  await using to = await receiverWithOutbox();
  await to.push({ 1: [[1, 5]] }, { now: () => 1_800_000_000_123 });
  const [{ headers, body } = { headers: {}, body: '' }] = to.receiver.received;
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-id': expect.stringMatching(/^stock-[\da-f]{12}-1800000000123$/),
    'webhook-timestamp': '1800000000',
    'webhook-sequence': '1800000000123',
    'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/),
  });
  expect(headers['idempotency-key']).toBe(headers['webhook-id']);
  expect(JSON.parse(body)).toEqual({
    type: 'stock.changed',
    timestamp: new Date(serverTime * 1000).toISOString(),
    data: {
      ...{ sequence: 1_800_000_000_123, clientCode: '100001' },
      items: [{ productID: 1, warehouseID: 1, available: 5 }],
    },
  });
});

test('with two secrets a receiver that knows either takes the delivery', async () => {
  const next = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
  for (const known of [testSecret, next]) {
    await using to = await receiverWithOutbox([known]);
    await to.push({ 1: [[1, 5]] }, { secrets: `${next}\n${testSecret}` });
    expect(to.receiver.quantities().size).toBe(1);
  }
});

test('a batch without an answer is sent again as it was, before anything newer', async () => {
  await using to = await receiverWithOutbox();
  to.receiver.behave((_, response) => response.destroy());
  await expect(to.push({ 1: [[1, 5]] }, { maxAttempts: 3 })).rejects.toThrow(/tried 3 times\. The next push/);
  to.receiver.behave(undefined);
  await to.push({ 1: [[1, 4]] });
  const bodies = to.receiver.received.map(({ body }) => body);
  expect(new Set(bodies.slice(0, 4)).size).toBe(1);
  expect(new Set(to.receiver.received.slice(0, 4).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(bodies).toHaveLength(5);
  expect(to.receiver.quantities().get('1 1')).toBe(4);
});

test('between tries it waits twice as long each time, and as long as the receiver asks', async () => {
  await using to = await receiverWithOutbox();
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const answers: [number, Record<string, string>?][] = [
    [503],
    [500],
    [429, { 'retry-after': '7' }],
    [408],
    [425],
    [409],
  ];
  to.receiver.behave((delivery, response) => {
    const [status, headers = {}] = answers.shift() ?? [to.receiver.take(delivery)];
    response.writeHead(status, headers).end();
  });
  await to.push({ 1: [[1, 5]] }, { wait });
  // Chance is in the middle: three quarters of 1, 2, 4, 8, 16 and 32 seconds.
  expect(waits).toEqual([750, 1500, 7000, 6000, 12_000, 24_000]);
});

test('a date in Retry-After counts from now, and a pause of hours is left to the next push', async () => {
  await using to = await receiverWithOutbox();
  const waits: number[] = [];
  const more = {
    wait: async (milliseconds: number) => void waits.push(milliseconds),
    now: () => 1_800_000_000_000,
  };
  const answers = [new Date(1_800_000_030_000).toUTCString(), '3600'];
  to.receiver.behave((_, response) => response.writeHead(503, { 'retry-after': answers.shift() }).end());
  await expect(to.push({ 1: [[1, 5]] }, more)).rejects.toThrow('wants a pause of 60 minutes');
  expect(waits).toEqual([30_000]);
});

test.each([
  [400, 'answered 400 to a batch'],
  [401, 'check that it knows the same secret'],
  [404, 'check the address of --to'],
  [413, 'push smaller batches with --batch-size'],
  [422, 'answered 422 to a batch'],
  [302, 'redirects are not followed'],
  [410, 'it does not want any more deliveries'],
])('%d ends the push at once, in one line without a secret', async (status, said) => {
  await using to = await receiverWithOutbox();
  to.receiver.behave(answering(status, { location: `${to.receiver.url}/other` }));
  const failure = await to.push({ 1: [[1, 5]] }).catch((error: Error) => error);
  expect(failure).toMatchObject({ message: expect.stringContaining(said) });
  expect(String(failure)).not.toMatch(/CANARY|token|\n/);
  expect(to.receiver.received).toHaveLength(1);
});

test('what was refused is sent in a new batch, also when the feed has gone back to what was acknowledged', async () => {
  await using to = await receiverWithOutbox();
  await to.push({
    1: [
      [1, 5],
      [2, 5],
    ],
  });
  // It keeps what it refuses: nobody can tell.
  to.receiver.behave((delivery, response) => {
    to.receiver.take(delivery);
    response.writeHead(400).end();
  });
  await expect(
    to.push({
      1: [
        [1, 4],
        [2, 5],
      ],
    }),
  ).rejects.toThrow('answered 400');
  to.receiver.behave(undefined);
  await to.push({
    1: [
      [1, 5],
      [2, 5],
    ],
  });
  expect(to.receiver.quantities()).toEqual(
    new Map([
      ['1 1', 5],
      ['2 1', 5],
    ]),
  );
});

test('a receiver that lost everything gets it with --full, and loses what is in no feed any more', async () => {
  await using to = await receiverWithOutbox();
  const stock = {
    1: [
      [1, 5],
      [2, 3],
      [3, 1],
    ] as [number, number][],
  };
  await to.push(stock);
  to.receiver.forget();
  expect(await to.push(stock)).toMatchObject({ sent: 0 });
  expect(await to.push(stock, { full: true, batchSize: 2 })).toMatchObject({ sent: 3, batches: 2 });
  expect(to.receiver.quantities().size).toBe(3);
  expect(to.receiver.received.map((one) => dataOf(one).replacesBefore !== undefined)).toEqual([
    false,
    false,
    true,
  ]);
});

test('a new outbox begins above all sequences of a lost one, and --full clears what it does not know', async () => {
  await using to = await receiverWithOutbox();
  await using other = await temporaryFolder();
  let nowMs = 1_800_000_000_000;
  const now = () => (nowMs += 1000);
  await to.push(
    {
      1: [
        [1, 5],
        [2, 3],
      ],
    },
    { now },
  );
  await to.push({ 1: [[1, 4]] }, { folder: other.path, now, full: true });
  expect(to.receiver.quantities()).toEqual(new Map([['1 1', 4]]));
});

test('a fall to zero is refused before anything is sent, also after a long pause', async () => {
  await using to = await receiverWithOutbox();
  const stockOf = (available: number) => ({
    1: Array.from({ length: 40 }, (_, index) => [index + 1, index < 30 ? available : 5] as const),
  });
  await to.push(stockOf(5));
  const shop = { stock: stockOf(0), now: serverTime + 30 * 86_400 };
  await expect(to.push({}, { shop })).rejects.toThrow(
    /30 of 40 available items would fall to 0; if that is right, run once with --max-zeroed 100/,
  );
  expect(to.receiver.received).toHaveLength(1);
  expect(to.receiver.quantities().get('1 1')).toBe(5);
  expect(await to.push({}, { shop, safety: { maxZeroedPercent: 100 } })).toMatchObject({
    sent: 30,
    zeroed: 30,
  });
});

test('falls that were never delivered add up: each push compares with what the receiver has', async () => {
  await using to = await receiverWithOutbox();
  const stockOf = (gone: number) => ({
    1: Array.from({ length: 40 }, (_, index) => [index + 1, index < gone ? 0 : 5] as const),
  });
  await to.push(stockOf(0));
  let taken = 0;
  to.receiver.behave((delivery, response) =>
    ++taken > 1 ? response.destroy() : response.writeHead(to.receiver.take(delivery)).end(),
  );
  await expect(to.push(stockOf(18), { batchSize: 1, maxAttempts: 1 })).rejects.toThrow('gave no answer');
  to.receiver.behave(undefined);
  await expect(to.push(stockOf(36), { batchSize: 1 })).rejects.toThrow(/3[46] of 3[89] available items/);
});

test('an empty answer zeroes nothing', async () => {
  await using to = await receiverWithOutbox();
  await to.push({ 1: [[1, 5]], 2: [[1, 5]] });
  await expect(to.push({ 1: [[1, 5]], 2: [] })).rejects.toThrow('has no stock where it had 1 rows');
  expect(to.receiver.quantities().get('1 2')).toBe(5);
});

test('an outbox belongs to one receiver and one kind of feed, and to one push at a time', async () => {
  await using to = await receiverWithOutbox();
  await to.push({ 1: [[1, 5]] });
  await expect(to.push({ 1: [[1, 5]] }, { url: 'http://127.0.0.1:1/stock' })).rejects.toThrow(
    'another address',
  );
  await expect(to.push({ 1: [[1, 5]] }, { sum: true })).rejects.toThrow('belongs to a feed by warehouse');
  const path = join(to.folder, 'push.db');
  const owner = { clientCode: '100001', url: to.receiver.url, by: 'warehouse' } as const;
  using _held = await openOutbox(path, owner);
  await expect(openOutbox(path, owner)).rejects.toThrow(
    `cannot use the outbox ${path}: another push is using it`,
  );
});

test('an answer that never ends, or is endless, does not hold up a push', async () => {
  await using folder = await temporaryFolder();
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200);
    const pour = () => {
      while (response.writable && response.write('x'.repeat(65_536)));
      response.once('drain', pour);
    };
    pour();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect(await pushTo({ folder: folder.path, url, shop: { stock: { 1: [[1, 5]] } } })).toMatchObject({
    sent: 1,
  });
  server.closeAllConnections();
  server.close();
});

test('a receiver that takes too long counts as one that gave no answer', async () => {
  await using to = await receiverWithOutbox();
  to.receiver.behave(() => undefined);
  await expect(to.push({ 1: [[1, 5]] }, { timeoutMs: 20, maxAttempts: 1 })).rejects.toThrow(
    'did not answer in time; tried once',
  );
});
