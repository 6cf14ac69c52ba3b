import { describe, expect, it } from 'vitest';

import { isErplyError } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import { body, records, refused, scriptedTransport, serverTime, silence } from './scripted-transport.ts';

const secret = 'CANARY-SECRET-7f3a';

describe('words of a server', () => {
  it.each([
    [
      'an errorCode that is a text',
      { errorCode: `${secret}\u001b[2J` },
      'an answer whose errorCode is not a number',
    ],
    ['an errorCode that is a fraction', { errorCode: 10.5 }, 'an answer whose errorCode is not a number'],
    [
      'an errorField that is a word of its own',
      { errorCode: 1016, errorField: 'CANARYSECRET7f3a' },
      '(1016)',
    ],
    ['an errorField with an escape', { errorCode: 1016, errorField: `code\u001b[2J${secret}` }, '(1016)'],
  ])('are in no error: %s', async (_, status, message) => {
    const { client } = scriptedClient(createFakeTime(), [
      () =>
        body(JSON.stringify({ status: { requestUnixTime: serverTime, responseStatus: 'error', ...status } })),
    ]);
    const error = await rejection(client.getProducts());
    expect(isErplyError(error) && error.message).toContain(message);
    expect(JSON.stringify({ ...(error as object), message: (error as Error).message })).not.toMatch(
      /CANARY|\\u001b/,
    );
  });

  it('are named where they are an input of the call, a numbered one too', async () => {
    const script = (errorField: string) => [() => refused(1016, { errorField })];
    const { client } = scriptedClient(createFakeTime(), script('productIDs'));
    expect(await rejection(client.getProducts())).toMatchObject({ errorField: 'productIDs' });
    const { client: other } = scriptedClient(createFakeTime(), script('attributeName3'));
    expect(await rejection(other.saveProduct({ name: 'A', groupID: 1 }))).toMatchObject({
      errorField: 'attributeName3',
    });
  });
});

describe('the answer of another call', () => {
  it('is not taken for that of a read, which is repeated', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), [
      () => records([{ productID: 1 }], { request: 'getBrands' }),
      () => records([{ productID: 2 }], { request: 'getProducts' }),
    ]);
    const { records: products } = await client.getProducts();
    expect([products[0]?.productID, wire.sent.length]).toEqual([2, 3]);
  });

  it('is not taken for that of a write, which may have been applied', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), [
      () => records([{ brandID: 7 }], { request: 'saveBrand' }),
    ]);
    expect(await rejection(client.saveProduct({ productID: 1, name: 'A' }))).toMatchObject({
      kind: 'response',
      mayHaveBeenApplied: true,
      message: expect.stringContaining('the answer is that of another call'),
    });
    expect(wire.sent).toHaveLength(2);
  });
});

describe('a login', () => {
  it('that is answered without records is an error that names it', async () => {
    const time = createFakeTime();
    const wire = scriptedTransport([() => records([])]);
    const { client } = scriptedClient(time, [], { transport: wire });
    expect(await rejection(client.getProducts())).toMatchObject({
      kind: 'response',
      message: expect.stringMatching(/^verifyUser: the login was answered without a session/),
    });
  });
});

describe('a wait', () => {
  it.each([1e18, -5, 0, 12.5, 4e12])(
    'for the hour has an end, whatever time 1002 tells (%d)',
    async (requestUnixTime) => {
      const time = createFakeTime();
      const { client, wire } = scriptedClient(time, [() => refused(1002, { requestUnixTime })]);
      const began = time.clock.now();
      expect(await rejection(client.getProducts())).toMatchObject({ kind: 'quota' });
      expect(wire.sent.length).toBeLessThanOrEqual(27);
      expect((time.clock.now() - began) / 3_600_000).toBeLessThanOrEqual(25);
    },
  );

  it('for an answer that never comes ends after two tries, of a bulk request too', async () => {
    const time = createFakeTime();
    const { client, wire } = scriptedClient(time, [silence]);
    const failed = rejection(
      client.bulk([client.getProducts.request()]).then(([one]) => Promise.reject(one)),
    );
    await time.advance(12 * 60_000);
    expect(await failed).toMatchObject({ ok: false, error: { kind: 'timeout', attempt: 2 } });
    expect(wire.sent).toHaveLength(3);
  });
});

describe('a list by page number', () => {
  const page = (first: number, total: number) => () =>
    records(
      Array.from({ length: 100 }, (_, index) => ({ logID: first + index, itemID: index + 1, timestamp: 1 })),
      { recordsTotal: total },
    );
  const read = (script: Parameters<typeof scriptedClient>[1]) => {
    const { client, wire } = scriptedClient(createFakeTime(), script);
    return { wire, all: client.getUserOperationsLog.collect({ tableName: 'products' }, { limit: 1000 }) };
  };

  it('from a server that does not keep to pageNo is an error', async () => {
    const { all, wire } = read([page(1, 100_000)]);
    expect(await rejection(all)).toMatchObject({
      kind: 'response',
      message: expect.stringContaining('a page begins as the one before'),
    });
    expect(wire.sent).toHaveLength(3);
  });

  it('with a number of rows that is not a number is an error', async () => {
    expect(await rejection(read([page(1, -1)]).all)).toMatchObject({
      kind: 'response',
      message: expect.stringContaining('the number of all rows is not a number'),
    });
  });
});

describe('the size of an answer', () => {
  it('in rows is bounded by the limit of the call, however many come at once', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => ({
      logID: index + 1,
      itemID: 1,
      timestamp: 1,
    }));
    const { client } = scriptedClient(createFakeTime(), [() => records(rows)]);
    const all = client.getUserOperationsLog.collect({ tableName: 'products' }, { limit: 1000 });
    expect(await rejection(all)).toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('1000 records'),
    });
  });

  it('in records has one too: filled in, they take a hundred times their bytes', async () => {
    const rows = (count: number) => () =>
      records(Array.from({ length: count }, (_, index) => ({ productID: index + 1 })));
    const read = (count: number, unset: 'fill' | 'keep') => {
      const options = { maxAnswerBytes: 1024 * 1024 };
      const { client } = scriptedClient(createFakeTime(), [rows(count)], options);
      return client.getProducts({}, { unset });
    };
    expect(await rejection(read(20_000, 'fill'))).toMatchObject({
      kind: 'response',
      message: expect.stringContaining('20000 records without most of their fields'),
    });
    expect((await read(1000, 'fill')).records).toHaveLength(1000);
    expect((await read(20_000, 'keep')).records).toHaveLength(20_000);
  });

  it('has a limit, of a bulk request four times as much', async () => {
    const large = () => body(`{"status":{},"records":"${'x'.repeat(3000)}"}`);
    const { client, wire } = scriptedClient(createFakeTime(), [large], { maxAnswerBytes: 1000 });
    expect(await rejection(client.getProducts())).toMatchObject({
      kind: 'response',
      retryable: false,
      message: expect.stringContaining('larger than maxAnswerBytes allows'),
    });
    expect(wire.sent).toHaveLength(2);
    const [result] = await client.bulk([client.getProducts.request()]);
    expect(result.ok ? undefined : result.error.message).not.toContain('maxAnswerBytes');
  });
});

describe('a report file', () => {
  const link = () => records([{ reportLink: 'https://100001.erply.com/reports/a.csv' }]);
  const header = '"productID","amountInStock"\n';
  const row = '"1","2"\n';

  async function readFile(chunks: AsyncIterable<Uint8Array>, options: object = {}, time = createFakeTime()) {
    const file = { status: 200, contentLength: undefined, hasFramedEnd: true, chunks };
    const wire = scriptedTransport(
      [() => records([{ userID: '1', sessionKey: 'key', sessionLength: 3600 }]), link],
      [file],
    );
    const { client } = scriptedClient(time, [], { transport: wire, ...options });
    let rows = 0;
    for await (const _ of client.getProductStock.csv({ warehouseID: 1 })) rows += 1;
    return rows;
  }

  it('that comes a byte at a time is given up', async () => {
    const time = createFakeTime();
    async function* drip() {
      yield Buffer.from(header);
      for (let count = 0; count < 100_000; count += 1) {
        await time.jump(30_000);
        yield Buffer.from(row[count % row.length] ?? '');
      }
    }
    expect(await rejection(readFile(drip(), {}, time))).toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('comes too slowly'),
    });
    expect(time.slept.length).toBeLessThan(10);
  });

  it('has a limit', async () => {
    async function* endless() {
      yield Buffer.from(header);
      for (;;) yield Buffer.from(row.repeat(1000));
    }
    expect(await rejection(readFile(endless(), { maxFileBytes: 100_000 }))).toMatchObject({
      kind: 'response',
      message: expect.stringContaining('larger than maxFileBytes allows'),
    });
  });

  it('with a quote that nobody closes is not kept in memory', async () => {
    let pieces = 0;
    async function* open() {
      yield Buffer.from(`${header}"`);
      for (; pieces < 10_000; pieces += 1) yield Buffer.from('x'.repeat(64 * 1024));
    }
    expect(await rejection(readFile(open()))).toMatchObject({
      kind: 'response',
      message: expect.stringContaining('a row of more than 1048576 characters'),
    });
    expect(pieces).toBeLessThan(100);
  });
});
