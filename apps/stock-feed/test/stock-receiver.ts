import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A delivery as it came. */
export interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a receiver does with a delivery, beside or instead of taking it. */
export type Conduct = (delivery: Delivery, response: ServerResponse) => void;

export const testSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/**
 * A shop that takes deliveries as docs/stock-feed.md says, and that can be made to misbehave. It knows nothing of the
 * code that sends.
 */
export async function startStockReceiver(secrets: readonly string[] = [testSecret]) {
  const keys = secrets.map((secret) => Buffer.from(secret.slice('whsec_'.length), 'base64'));
  const stock = new Map<string, { available: number; sequence: number; removed: boolean }>();
  const received: Delivery[] = [];
  const state = { floor: 0, conduct: undefined as Conduct | undefined };

  /** 204, or why not. */
  function take({ headers, body }: Delivery): number {
    const id = String(headers['webhook-id']);
    const timestamp = String(headers['webhook-timestamp']);
    const signatures = String(headers['webhook-signature']).split(' ');
    const isSigned = keys.some((key) => {
      const expected = Buffer.from(
        `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
      );
      return signatures.some((one) => {
        const given = Buffer.from(one);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
    });
    if (!isSigned) return 401;
    const { sequence, items, replacesBefore = 0 } = JSON.parse(body).data;
    if (id !== headers['idempotency-key'] || !id.endsWith(`-${sequence}`)) return 400;
    for (const { productID, warehouseID = 0, available, removed = false } of items) {
      const key = `${productID} ${warehouseID}`;
      const known = Math.max(state.floor - 1, stock.get(key)?.sequence ?? 0);
      if (sequence > known) stock.set(key, { available, sequence, removed });
    }
    state.floor = Math.max(state.floor, replacesBefore);
    for (const [key, one] of stock) if (one.sequence < state.floor) stock.delete(key);
    return 204;
  }

  const server = createServer(async (request, response) => {
    const delivery = { headers: request.headers, body: await text(request) };
    received.push(delivery);
    if (state.conduct) state.conduct(delivery, response);
    else response.writeHead(take(delivery)).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stock?token=CANARY-SECRET-7f3a`,
    received,
    take,
    /** From the next delivery on. */
    behave(conduct: Conduct | undefined) {
      state.conduct = conduct;
    },
    /** Loses everything it knew. */
    forget() {
      stock.clear();
      state.floor = 0;
    },
    /** What it would sell, as `productID warehouseID`. */
    quantities: () =>
      new Map([...stock].filter(([, one]) => !one.removed).map(([key, one]) => [key, one.available])),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type StockReceiver = Awaited<ReturnType<typeof startStockReceiver>>;
