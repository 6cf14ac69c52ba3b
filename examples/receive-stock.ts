/**
 * A shop that takes what `stock-feed push` sends: checks who sent it and when, and keeps the newest quantity of each
 * item in a SQLite file. The secret is in STOCK_FEED_PUSH_SECRET.
 *
 *     npx pnpm@12 example receive-stock --port 8095 --file stock.db
 *
 * docs/stock-feed.md says what a delivery holds.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

import { readOptions } from './open-shop.ts';

const { port = '8095', file = 'stock.db' } = readOptions(['port', 'file']);
const secret = Buffer.from(
  /^whsec_(.+)$/.exec(process.env.STOCK_FEED_PUSH_SECRET ?? '')?.[1] ?? '',
  'base64',
);
if (secret.length < 24)
  throw new Error('Set STOCK_FEED_PUSH_SECRET to the secret of the feed, whsec_ and all.');

using stock = new DatabaseSync(file);
stock.exec(`
  CREATE TABLE IF NOT EXISTS stock (productID, warehouseID, place, available REAL, sequence INTEGER,
    PRIMARY KEY (productID, warehouseID, place));
  CREATE TABLE IF NOT EXISTS replaced (before INTEGER)`);

/** Whether it is of the feed and five minutes old at most. What is signed are the bytes as they came. */
function isGenuine(headers: IncomingHttpHeaders, body: Buffer): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': sentAt, 'webhook-signature': signatures } = headers;
  const ageSec = Math.abs(Date.now() / 1000 - Number(sentAt));
  const expected = createHmac('sha256', secret).update(`${id}.${sentAt}.`).update(body).digest();
  const isSigned = String(signatures)
    .split(' ')
    .map((one) => Buffer.from(one.replace(/^v1,/, ''), 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
  return isSigned && ageSec <= 300;
}

/** All of it or nothing. A delivery that comes again, or late, changes nothing: each item keeps its highest sequence. */
function keep({ data }: { data: { sequence: number; items: Item[]; replacesBefore?: number } }): void {
  stock.exec('BEGIN IMMEDIATE');
  const put = stock.prepare(`INSERT INTO stock SELECT ?1, ?2, ?3, ?4, ?5
    WHERE ?5 >= (SELECT coalesce(max(before), 0) FROM replaced)
    ON CONFLICT DO UPDATE SET available = excluded.available, sequence = excluded.sequence
    WHERE excluded.sequence > stock.sequence`);
  for (const { productID, warehouseID = 0, group = '', available } of data.items)
    put.run(productID, warehouseID, group, available, data.sequence);
  if (data.replacesBefore !== undefined) {
    // The end of a full push: what it did not name is not in the feed any more.
    stock.prepare('DELETE FROM stock WHERE sequence < ?').run(data.replacesBefore);
    stock.prepare('INSERT INTO replaced VALUES (?)').run(data.replacesBefore);
  }
  stock.exec('COMMIT');
}

interface Item {
  productID: number;
  warehouseID?: number;
  group?: string;
  available: number;
}

/** What comes before the signature is known is bounded. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (chunks.push(chunk) > 10_000) return undefined;
  return Buffer.concat(chunks);
}

const server = createServer({ requestTimeout: 30_000 }, async (request, response) => {
  const body = await readBody(request).catch(() => undefined);
  const isOurs = body !== undefined && isGenuine(request.headers, body);
  if (isOurs) keep(JSON.parse(body.toString()));
  response.writeHead(isOurs ? 204 : 401).end();
});
await new Promise<void>((resolve) => server.listen(Number(port), '127.0.0.1', resolve));
console.log(JSON.stringify({ listening: server.address() }));
process.once('SIGTERM', () => server.close());
await new Promise((resolve) => server.once('close', resolve));
