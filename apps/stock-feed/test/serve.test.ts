import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { type FormatName, formats } from '../src/formats/formats.ts';
import { parseCsv } from './parse-csv.ts';
import { rowsTo, startScriptedServer } from './scripted-server.ts';

/** The bytes as they came: `fetch` decompresses, which is what is to be shown here. */
async function rawGet(url: string, headers: Record<string, string>) {
  const { promise, resolve, reject } = Promise.withResolvers<import('node:http').IncomingMessage>();
  get(url, { headers, agent: false }, resolve).on('error', reject);
  const response = await promise;
  return { status: response.statusCode, headers: response.headers, bytes: await buffer(response) };
}

test('before the first read there is nothing to serve, and a reader hears when to come back', async () => {
  await using server = await startScriptedServer();
  for (const path of ['/stock.csv', '/manifest.json', '/healthz', '/events']) {
    const response = await server.get(path);
    expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '60']);
    await response.body?.cancel();
  }
  expect(await (await server.get('/')).text()).toContain('the first read is under way');
  await server.read(rowsTo(3));
  expect((await server.get('/stock.csv')).status).toBe(200);
});

/** Those that the policy of these tests can be told in, and what they are called. */
const served = ['csv', 'ndjson', 'json', 'xml', 'google-local-inventory'] as const satisfies FormatName[];
const fileNames = served.map((format) => formats[format].fileName);

test.each(served)('%s is what the format makes of all rows', async (format) => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(20));
  const response = await server.get(`/${formats[format].fileName}`);
  const encoder = formats[format].encoder({ warehouse: true, identifiers: true });
  const expected =
    encoder.start +
    rowsTo(20)
      .map((row) => encoder.row(row))
      .join('') +
    encoder.end;
  expect(await response.text()).toBe(expected);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
    'last-modified': 'Tue, 14 Nov 2023 22:13:20 GMT',
    'cache-control': 'no-cache',
    vary: 'Accept-Encoding',
    'feed-watermark': '1700000000000',
    'content-length': String(Buffer.byteLength(expected)),
    'x-content-type-options': 'nosniff',
  });
});

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])(
  '%s is what zlib decompresses to the same text, and its tag is another one',
  async (encoding, decompress) => {
    await using server = await startScriptedServer();
    await server.read(rowsTo(500));
    const plain = await rawGet(`${server.url}/stock.csv`, {});
    const packed = await rawGet(`${server.url}/stock.csv`, { 'accept-encoding': encoding });
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(Buffer.compare(decompress(packed.bytes), plain.bytes)).toBe(0);
    expect(packed.headers.etag).toBe(plain.headers.etag?.replace(/"$/, `-${encoding}"`));
  },
);

test('who has the body already gets 304, until a figure changes', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(3));
  const first = await server.get('/stock.csv');
  const etag = String(first.headers.get('etag'));
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await server.get('/stock.csv', { 'if-none-match': known });
    expect([known, again.status, again.headers.get('etag'), await again.text()]).toEqual([
      known,
      304,
      etag,
      '',
    ]);
  }
  server.clock.nowMs += 60_000;
  await server.read(rowsTo(3));
  expect((await server.get('/stock.csv', { 'if-none-match': etag })).status).toBe(304);
  server.clock.nowMs += 60_000;
  await server.read(rowsTo(3, (productID) => productID));
  const changed = await server.get('/stock.csv', { 'if-none-match': etag });
  expect([changed.status, changed.headers.get('feed-watermark')]).toEqual([200, '1700000120000']);
  // A tag of another encoding is one of another body.
  const gzip = { 'accept-encoding': 'gzip', 'if-none-match': String(changed.headers.get('etag')) };
  expect((await server.get('/stock.csv', gzip)).status).toBe(200);
});

test('a reader that takes none of the forms hears which there are', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(3));
  const refused = await server.get('/stock.csv', { 'accept-encoding': 'identity;q=0' });
  expect([refused.status, ((await refused.json()) as any).error]).toEqual([
    406,
    expect.stringContaining('br, gzip or identity'),
  ]);
});

test('HEAD answers as GET without a body, and everything else is not allowed', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(3));
  for (const path of ['/', '/stock.csv', '/manifest.json', '/healthz']) {
    const [whole, head] = [await server.get(path), await server.get(path, {}, 'HEAD')];
    expect([head.status, head.headers.get('etag')]).toEqual([whole.status, whole.headers.get('etag')]);
    expect(await head.text()).toBe('');
    if (path === '/stock.csv')
      expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'));
  }
  expect((await server.get('/events', {}, 'HEAD')).status).toBe(200);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const refused = await server.get('/stock.csv', {}, method);
    expect([method, refused.status, refused.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
  }
  expect((await server.get('/stock.exe')).status).toBe(404);
});

/** The feed in CSV, as `productID warehouseID available`. */
async function csvOf(response: Response) {
  const rows = parseCsv(await response.text());
  return rows.map((row) => `${row.productID} ${row.warehouseID} ${row.available}`);
}

test('what has changed since a watermark comes alone, and what has left the feed with 0', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(5));
  const watermark = (await server.get('/stock.csv')).headers.get('feed-watermark');
  const nothing = await server.get(`/stock.csv?changedSince=${watermark}`);
  expect([await csvOf(nothing), nothing.headers.get('feed-watermark')]).toEqual([[], watermark]);
  server.clock.nowMs += 60_000;
  await server.read(rowsTo(5, (productID, warehouseID) => (productID === 2 && warehouseID === 2 ? 1 : 5)));
  server.clock.nowMs += 60_000;
  await server.read(rowsTo(4, (productID, warehouseID) => (productID === 2 && warehouseID === 2 ? 1 : 5)));
  const changes = await server.get(`/stock.csv?changedSince=${watermark}`);
  expect(await csvOf(changes)).toEqual(['2 2 1', '5 1 0', '5 2 0']);
  const next = String(changes.headers.get('feed-watermark'));
  expect(await csvOf(await server.get(`/stock.csv?changedSince=${next}`))).toEqual([]);
  // By seconds of this machine's clock: a change that took its place in this very second is told again.
  expect(await csvOf(await server.get('/stock.csv?changedSince=1700000060'))).toEqual([
    '2 2 1',
    '5 1 0',
    '5 2 0',
  ]);
  expect(await csvOf(await server.get('/stock.csv?changedSince=1700000061'))).toEqual(['5 1 0', '5 2 0']);
  expect(await csvOf(await server.get('/stock.csv?changedSince=1700000061&warehouse=2'))).toEqual(['5 2 0']);
});

test.each([
  ['from before this process', '1699999999'],
  ['of another process', '1700000000001'],
  ['to come', '1800000000000'],
])('a watermark %s is answered with 410 and the way out', async (_, since) => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(5));
  const gone = await server.get(`/stock.csv?changedSince=${since}`);
  expect([gone.status, ((await gone.json()) as any).error]).toEqual([
    410,
    expect.stringContaining('read the feed whole'),
  ]);
});

test('one warehouse or several can be had alone', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(2));
  expect(await csvOf(await server.get('/stock.csv?warehouse=2'))).toEqual(['1 2 5', '2 2 5']);
  expect(await csvOf(await server.get('/stock.csv?warehouse=2&warehouse=1'))).toHaveLength(4);
});

test.each([
  ['/google-local-inventory.tsv?changedSince=1700000001', 400, 'cannot say what has left the feed'],
  ['/woocommerce.csv', 404, 'there is nothing here'],
  ['/stock.csv?warehose=1', 400, 'there is no parameter "warehose"; there is changedSince, warehouse, group'],
  ['/stock.csv?a=1&b=2&a=3', 400, 'there is no parameter "a", "b"'],
  ['/stock.csv?warehouse=depot', 400, 'warehouse needs the number of a warehouse'],
  ['/stock.csv?warehouse=', 400, 'warehouse needs the number of a warehouse'],
  ['/stock.csv?warehouse=9', 404, 'there is no warehouse 9 in this feed'],
  ['/stock.csv?group=north', 404, 'there is no group "north" in this feed'],
  ['/stock.csv?changedSince=yesterday', 400, 'changedSince needs Unix seconds'],
  ['/stock.csv?changedSince=1&changedSince=2', 400, 'changedSince can be given once'],
  ['/manifest.json?changedSince=1', 400, 'there is no parameter "changedSince"'],
  ['/healthz?x=1', 400, 'there is no parameter "x"'],
  ['/?x=%1b%5b2J%0a', 400, 'there is no parameter "x"'],
  ['/events?warehouse=1', 400, 'there is no parameter "warehouse"; there is changedSince'],
])('%s is answered %d and says what is wrong', async (path, status, said) => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(2));
  const response = await server.get(path);
  const { error } = (await response.json()) as any;
  expect([response.status, error]).toEqual([status, expect.stringContaining(said)]);
  expect(error).not.toMatch(/\p{Cc}/u);
});

test('healthz says how old the feed is, and 503 when nothing has been read for too long', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(2));
  server.clock.nowMs += 180_000;
  const fresh = await server.get('/healthz');
  expect([fresh.status, await fresh.json()]).toEqual([200, { status: 'fresh', ageSeconds: 180 }]);
  server.clock.nowMs += 1;
  const stale = await server.get('/healthz');
  expect([stale.status, await stale.json()]).toEqual([503, { status: 'stale', ageSeconds: 180 }]);
  // The old figures are still there for who wants them.
  expect((await server.get('/stock.csv')).status).toBe(200);
});

test('a feed that changes while it is read is served as it was when that began', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(6000, () => 1));
  const reading = Array.from({ length: 3 }, () => server.get('/stock.csv'));
  for (let round = 2; round < 5; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    server.clock.nowMs += 60_000;
    await server.read(rowsTo(6000 - round, () => round));
  }
  for (const response of await Promise.all(reading)) {
    const figures = new Set(parseCsv(await response.text()).map((row) => row.available));
    expect(figures.size).toBe(1);
  }
});

test('the page names what is served, and shows names as they are', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(2));
  const response = await server.get('/');
  const page = await response.text();
  for (const name of fileNames) expect(page).toContain(`href="${name}"`);
  expect(page).not.toContain('woocommerce');
  expect(page).toContain('Depot 1');
  expect(page).not.toMatch(/<script|https?:/);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the manifest has the count, the watermark and what there is', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(2));
  expect(await (await server.get('/manifest.json')).json()).toMatchObject({
    ...{ rows: 4, watermark: 1_700_000_000_000, generatedAt: '2023-11-14T22:13:20.000Z' },
    warehouses: [{ warehouseID: 1 }, { warehouseID: 2 }],
    files: served.map((format) => ({ format, path: formats[format].fileName })),
  });
});
