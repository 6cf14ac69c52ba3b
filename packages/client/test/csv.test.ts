import { describe, expect, it } from 'vitest';

import { createClient, type TransportFile } from '../src/index.ts';
import { createFakeTime, settle } from './fake-time.ts';
import { credentials, rejection } from './open-client.ts';
import { openErply } from './open-erply.ts';
import { failure, granted, records, scriptedTransport } from './scripted-transport.ts';

async function arrayOf<TItem>(items: AsyncIterable<TItem>): Promise<TItem[]> {
  const all: TItem[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** A client whose stock is in a file with this text. */
function stockFile(
  text: string,
  options: { readonly link?: string; readonly file?: Partial<TransportFile> } = {},
) {
  const bytes = Buffer.from(text, 'latin1');
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  }
  const file = { status: 200, contentLength: bytes.length, chunks: chunks(), ...options.file };
  const link = records([{ reportLink: options.link ?? 'http://sb.erply.com/actualreports/a.csv' }]);
  const wire = scriptedTransport([() => granted('CANARY-SECRET-7f3a'), () => link], [file]);
  const time = createFakeTime();
  const client = createClient({
    ...credentials,
    clock: time.clock,
    wait: time.jump,
    random: () => 1,
    transport: wire,
  });
  return { client, wire, time };
}
const header = '"productID","amountInStock"\n';

it('streams the same rows as the JSON answer has, as numbers', async () => {
  await using here = await openErply({ mock: { products: 300 } });
  const input = { warehouseID: 1, getAmountReserved: 1 } as const;
  const { records: expected } = await here.client.getProductStock(input);
  const rows = await arrayOf(here.client.getProductStock.csv(input));
  expect(rows.length).toBeGreaterThan(50);
  expect(rows).toEqual(expected);
});

it('goes by the names of the columns, whatever their order, and keeps new ones as text', async () => {
  const { client } = stockFile('"new","amountInStock","productID"\n"ä, ""b""","-2.5","7"\n');
  expect(await arrayOf(client.getProductStock.csv())).toEqual([
    { productID: 7, amountInStock: -2.5, new: 'ä, "b"' },
  ]);
});

it('gives the rows before one that does not fit', async () => {
  const { client } = stockFile(`${header}"7","1"\n"no ID","2"\n`);
  const rows: unknown[] = [];
  const read = async () => {
    for await (const row of client.getProductStock.csv()) rows.push(row);
  };
  expect(await rejection(read())).toMatchObject({ kind: 'response' });
  expect(rows).toEqual([{ productID: 7, amountInStock: 1 }]);
});

it('asks for the file with the call and fetches it over https, without the session key', async () => {
  const { client, wire } = stockFile(`${header}"7","1"\n`);
  await arrayOf(client.getProductStock.csv({ warehouseID: 3 }));
  expect(wire.sent[1]?.get('responseType')).toBe('CSV');
  expect(wire.sent[1]?.get('warehouseID')).toBe('3');
  expect(wire.opened).toEqual(['https://sb.erply.com/actualreports/a.csv']);
});

it('takes a file of only its header for an empty answer', async () => {
  expect(await arrayOf(stockFile(header).client.getProductStock.csv())).toEqual([]);
});

it('fetches nothing from a host that the program does not allow', async () => {
  const { client, wire } = stockFile(header, { link: 'http://169.254.169.254/CANARY-SECRET-7f3a' });
  const error = await rejection(arrayOf(client.getProductStock.csv()));
  expect(error).toMatchObject({
    kind: 'usage',
    message:
      'getProductStock: the report link leads to 169.254.169.254; list it in allowLinkHosts if it is right.',
    option: 'allowLinkHosts',
    problem: 'getProductStock: the report link leads to 169.254.169.254',
  });
  expect(wire.opened).toEqual([]);
});

describe('a file that has not come whole', () => {
  const whole = `${header}"1","1"\n"2","2"\n`;
  it.each<[string, string, Partial<TransportFile>]>([
    ['is empty', '', {}],
    ['is shorter than announced', whole, { contentLength: 99 }],
    ['is longer than announced', whole, { contentLength: 5 }],
    ['comes without its length or chunks', whole, { contentLength: undefined }],
    ['ends without a newline', whole.slice(0, -1), {}],
    ['ends inside quotes', `${whole}"3","\n`, {}],
  ])('(it %s) ends with an error', async (_, text, file) => {
    const { client } = stockFile(text, { file });
    expect(await rejection(arrayOf(client.getProductStock.csv()))).toMatchObject({
      kind: 'incomplete',
      call: 'getProductStock',
      retryable: true,
    });
  });

  it('(the connection breaks) ends with an error', async () => {
    async function* breaking() {
      yield Buffer.from(`${header}"1","1"\n"2","`);
      throw failure('lost', 'ECONNRESET');
    }
    const { client } = stockFile('', { file: { contentLength: 99, chunks: breaking() } });
    expect(await rejection(arrayOf(client.getProductStock.csv()))).toMatchObject({
      kind: 'incomplete',
      message: 'getProductStock: the report file is incomplete: the connection broke off (ECONNRESET).',
    });
  });
});

it('needs the columns that every row has', async () => {
  const { client } = stockFile('"productID"\n"7"\n');
  expect(await rejection(arrayOf(client.getProductStock.csv()))).toMatchObject({
    kind: 'response',
    message: 'getProductStock: the report file has no column amountInStock.',
  });
});

it('tries to open the file again when the server is busy, and not when it is gone', async () => {
  const busy = stockFile(header, { file: { status: 503 } });
  expect(await rejection(arrayOf(busy.client.getProductStock.csv()))).toMatchObject({ kind: 'transport' });
  expect(busy.wire.opened).toHaveLength(5);
  expect(busy.time.slept).toEqual([500, 1000, 2000, 4000]);
  const gone = stockFile(header, { file: { status: 404 } });
  expect(await rejection(arrayOf(gone.client.getProductStock.csv()))).toMatchObject({ retryable: false });
  expect(gone.wire.opened).toHaveLength(1);
});

it('is given up when nothing more comes for a minute', async () => {
  const { client, time, stalled } = stallingFile();
  const read = rejection(arrayOf(client.getProductStock.csv()));
  await stalled;
  await time.advance(60_000);
  expect(await read).toMatchObject({ kind: 'timeout', message: 'getProductStock: no answer within 60 s.' });
  expect(time.pending).toBe(0);
});

it('waits as long as the program takes over its rows', async () => {
  const { client, time } = stockFile(`${header}${'"1","1"\n'.repeat(20_000)}`);
  let rows = 0;
  for await (const _ of client.getProductStock.csv()) {
    if (rows % 1000 === 0) await time.advance(120_000);
    rows += 1;
  }
  expect(rows).toBe(20_000);
});

it('ends when the signal is aborted or the deadline passes, in the middle of the file', async () => {
  const caller = new AbortController();
  const one = stallingFile();
  const aborted = rejection(arrayOf(one.client.getProductStock.csv({}, { signal: caller.signal })));
  await one.stalled;
  caller.abort();
  expect(await aborted).toMatchObject({ kind: 'aborted' });
  const two = stallingFile();
  const deadline = two.time.clock.now() + 5000;
  const late = rejection(arrayOf(two.client.getProductStock.csv({}, { deadline })));
  await two.stalled;
  await two.time.advance(5000);
  expect(await late).toMatchObject({ kind: 'timeout', message: 'getProductStock: the deadline passed.' });
  expect([one.time.pending, two.time.pending]).toEqual([0, 0]);
});

/** A file of which only the first rows come; then nothing more, until the request is aborted. */
function stallingFile() {
  const stalled = Promise.withResolvers<void>();
  const opened = stockFile('');
  opened.wire.open = async ({ signal }) => {
    async function* chunks() {
      yield Buffer.from(`${header}"1","1"\n`);
      stalled.resolve();
      await new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
      );
    }
    return { status: 200, contentLength: 99, chunks: chunks() };
  };
  return { ...opened, stalled: stalled.promise };
}

it('lets go of the file when its rows are left', async () => {
  let isStopped = false;
  async function* endless() {
    try {
      yield Buffer.from(header);
      for (;;) yield Buffer.from('"1","1"\n'.repeat(1000));
    } finally {
      isStopped = true;
    }
  }
  const { client, time } = stockFile('', { file: { contentLength: 1e9, chunks: endless() } });
  for await (const row of client.getProductStock.csv()) {
    expect(row).toEqual({ productID: 1, amountInStock: 1 });
    break;
  }
  await settle();
  expect(isStopped).toBe(true);
  expect(time.pending).toBe(0);
});

it('reads no faster than its rows are taken', async () => {
  let sent = 0;
  async function* big() {
    yield Buffer.from(header);
    for (; sent < 500; sent += 1) yield Buffer.from('"1","1"\n'.repeat(8000));
  }
  const { client } = stockFile('', { file: { contentLength: 1e9, chunks: big() } });
  for await (const _ of client.getProductStock.csv()) {
    await settle(20);
    break;
  }
  expect(sent).toBeLessThan(20);
});
