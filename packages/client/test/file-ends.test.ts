import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { createClient, createUndiciTransport, type ErplyError, type Transport } from '../src/index.ts';
import { credentials } from './open-client.ts';
import { openRawReportServer, type RawReport } from './raw-report-server.ts';

const rows = '"productID","amountInStock"\n"1","1"\n"2","2"\n';
const length = `content-length: ${rows.length}`;
const chunked = 'transfer-encoding: chunked';
const close = 'connection: close';

const head = (...headers: string[]) => `HTTP/1.1 200 OK\r\n${headers.map((h) => `${h}\r\n`).join('')}\r\n`;
const claimingHead = head(chunked, close).replace('1.1', '1.0');
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
/** The rows in two chunks, the second one of whole rows too. */
const chunks = chunk(rows.slice(0, 36)) + chunk(rows.slice(36));
const lastChunk = '0\r\n\r\n';

/** Writes it and says no more, but keeps the connection. */
const keep =
  (...parts: (string | Uint8Array)[]): RawReport =>
  (socket) => {
    for (const part of parts) socket.write(part);
  };
/** Writes it and ends the connection properly, as a server does that thinks it is done. */
const end =
  (...parts: (string | Uint8Array)[]): RawReport =>
  (socket) => {
    keep(...parts)(socket);
    socket.end();
  };
/** Writes it, and resets the connection once it has gone out. */
const reset =
  (text: string): RawReport =>
  (socket) => {
    socket.write(text, () => setImmediate(() => socket.resetAndDestroy()));
  };

const transports: Readonly<Record<string, () => Transport>> = { undici: createUndiciTransport };

/** Reads a report from a server that writes it by hand: the products in it, and the error at its end. */
async function read(report: RawReport, transport: Transport) {
  await using server = await openRawReportServer({ report });
  const options = { ...credentials, clientCode: 'report', url: server.url, transport };
  const client = createClient({ ...options, retry: { attempts: 1 } });
  const products: number[] = [];
  try {
    for await (const row of client.getProductStock.csv()) products.push(row.productID);
    return { products, heads: server.heads };
  } catch (error) {
    const { kind, message } = error as ErplyError;
    return { products, heads: server.heads, kind, message };
  } finally {
    await client.close();
  }
}

describe.each(Object.entries(transports))('over %s, a report', (_, open) => {
  it.each<[string, RawReport]>([
    ['of its announced length', keep(head(length), rows)],
    ['of its announced length, behind which the connection ends', end(head(length, close), rows)],
    ['in chunks, up to the last one', keep(head(chunked), chunks, lastChunk)],
    ['in chunks, behind which the connection ends', end(head(chunked, close), chunks, lastChunk)],
    ['in chunks of a byte', keep(head(chunked), [...rows].map(chunk).join(''), lastChunk)],
    ['in chunks with a trailer', keep(head(chunked), chunks, '0\r\nx-rows: 2\r\n\r\n')],
    ['in chunks, spelled otherwise', keep(head('Transfer-Encoding:  Chunked '), chunks, lastChunk)],
  ])('is whole: %s', async (__, report) => {
    expect(await read(report, open())).toMatchObject({ products: [1, 2] });
  });

  it.each<[string, RawReport]>([
    ['shorter than announced', end(head(length), rows.slice(0, 36))],
    ['shorter than announced, by its last byte', end(head(length, close), rows.slice(0, -1))],
    ['in chunks, cut within one', end(head(chunked), chunks.slice(0, 20))],
    ['in chunks, cut within one, with "close"', end(head(chunked, close), chunks.slice(0, 20))],
    ['in chunks, cut between two', end(head(chunked), chunk(rows.slice(0, 36)))],
    ['in chunks, cut between two, with "close"', end(head(chunked, close), chunk(rows.slice(0, 36)))],
    ['in chunks, reset between two', reset(head(chunked) + chunk(rows.slice(0, 36)))],
    ['in chunks, without the last one', end(head(chunked), chunks)],
    ['in chunks, without the last one, with "close"', end(head(chunked, close), chunks)],
    ['in chunks, with half of the last one', end(head(chunked), chunks, '0\r\n')],
    ['ended by the connection', end(head(close), rows)],
    ['ended by the connection, HTTP/1.0', end('HTTP/1.0 200 OK\r\n\r\n', rows)],
    ['ended by the connection, without its last row', end(head(close), rows.slice(0, 36))],
    ['ended by the connection, HTTP/1.0 that claims chunks', end(claimingHead, rows)],
    ['with a transfer coding that nobody decodes', end(head('transfer-encoding: gzip', close), rows)],
  ])('is incomplete: %s', async (__, report) => {
    expect(await read(report, open())).toMatchObject({ kind: 'incomplete' });
  });

  it('is never whole with both a length and chunks, of which one must be wrong', async () => {
    const { kind } = await read(end(head('content-length: 99', chunked), chunks, lastChunk), open());
    expect(['incomplete', 'transport']).toContain(kind);
  });

  it('is whole to a reader so slow that the server has ended the connection long before', async () => {
    const many = '"1","1"\n'.repeat(50_000);
    const report = end(head(chunked, close), chunk(rows), chunk(many), lastChunk);
    await using server = await openRawReportServer({ report });
    const client = createClient({ ...credentials, clientCode: 'report', url: server.url, transport: open() });
    let count = 0;
    for await (const _ of client.getProductStock.csv()) {
      count += 1;
      if (count % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await client.close();
    expect(count).toBe(50_002);
  });

  it('is asked for without compression, whose length would count other bytes', async () => {
    const { heads } = await read(keep(head(length), rows), open());
    expect(heads.map((text) => /^accept-encoding: *(.*?)\r$/im.exec(text)?.[1])).toEqual(
      heads.map(() => 'identity'),
    );
  });
});

it('is refused by undici in one clear sentence when it comes compressed all the same', async () => {
  const gzip = gzipSync(rows);
  const coded = head('content-encoding: gzip', `content-length: ${gzip.length}`);
  expect(await read(keep(coded, gzip), createUndiciTransport())).toMatchObject({
    kind: 'transport',
    message:
      'getProductStock: the answer came compressed (gzip), although it was asked for as it is; look at the proxy in between.',
  });
});
