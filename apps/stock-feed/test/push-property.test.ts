import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { pushTo } from './push-to.ts';
import { serverTime } from './scripted-source.ts';
import { type Conduct, type Delivery, type StockReceiver, startStockReceiver } from './stock-receiver.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Stock by warehouse and product. */
type Stock = Map<number, Map<number, number>>;

function changeStock(stock: Stock, random: Random): void {
  for (let change = random.whole(0, 6); change > 0; change--) {
    const warehouse = stock.get(random.whole(1, 2)) ?? new Map();
    const product = random.whole(1, 8);
    // One that is not in stock has no row at all in a feed of what is stocked.
    if (random.chance(0.2)) warehouse.delete(product);
    else warehouse.set(product, random.whole(-2, 9));
  }
}

/** What goes wrong with one delivery. It may have been taken or not: the sender cannot tell. */
function misbehave(receiver: StockReceiver, held: Delivery[], random: Random): Conduct {
  return (delivery, response) => {
    const answer = (status: number, headers = {}) => response.writeHead(status, headers).end();
    const conducts: (() => unknown)[] = [
      () => answer(receiver.take(delivery)),
      () => answer(receiver.take(delivery) && receiver.take(delivery)),
      () => response.destroy(),
      () => receiver.take(delivery) && response.destroy(),
      () => answer(503),
      () => receiver.take(delivery) && answer(500),
      () => answer(429, { 'retry-after': '3' }),
      () => answer(409),
      () => answer(400),
      () => receiver.take(delivery) && answer(400),
      () => held.push(delivery) && response.destroy(),
      () => held.push(delivery) && answer(receiver.take(delivery)),
    ];
    random.pick(conducts)();
    // What was held up on the way, or is sent by somebody who has listened, comes at any time.
    if (held.length > 0 && random.chance(0.3)) receiver.take(random.pick(held));
  };
}

const quantitiesOf = (stock: Stock) =>
  new Map(
    [...stock].flatMap(([warehouse, items]) =>
      [...items].map(([product, amount]) => [`${product} ${warehouse}`, amount] as const),
    ),
  );

const shopOf = (stock: Stock, round: number) => ({
  stock: Object.fromEntries([...stock].map(([id, items]) => [id, [...items]])),
  now: serverTime + round,
});

test('whatever a receiver does and however often a push is cut short, in the end it has what the feed says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      await using folder = await temporaryFolder();
      await using receiver = await startStockReceiver();
      const stock: Stock = new Map([1, 2].map((id) => [id, new Map()]));
      const held: Delivery[] = [];
      let round = 0;
      let hasForgotten = false;
      // This machine's clock may stand still and go back.
      const now = () => serverTime * 1000 + random.whole(0, 3);
      const push = (full: boolean, signal?: AbortSignal) =>
        pushTo({
          ...{ folder: folder.path, url: receiver.url, shop: shopOf(stock, ++round), full, now },
          ...{ batchSize: random.whole(1, 6), maxAttempts: random.whole(1, 3) },
          ...(signal && { signal }),
          safety: { allowEmpty: true, maxZeroedPercent: 100 },
        });
      for (let rounds = random.whole(1, 5); rounds > 0; rounds--) {
        changeStock(stock, random);
        const interruption = new AbortController();
        const conduct = misbehave(receiver, held, random);
        receiver.behave((delivery, response) => {
          if (random.chance(0.05)) interruption.abort();
          conduct(delivery, response);
        });
        await push(random.chance(0.2), interruption.signal).catch(() => undefined);
        if (random.chance(0.15)) {
          receiver.forget();
          hasForgotten = true;
        }
      }
      changeStock(stock, random);
      receiver.behave(undefined);
      await push(hasForgotten);
      for (const delivery of held) receiver.take(delivery);
      expect(receiver.quantities()).toEqual(quantitiesOf(stock));
      expectSteadySequences(receiver.received);
    }),
    propertyRun(300, 12),
  );
});

/** A sequence always comes with the same body and ID, and a higher one with figures that are not older. */
function expectSteadySequences(received: readonly Delivery[]): void {
  const bySequence = new Map<number, { id: unknown; body: string; timestamp: string }>();
  for (const { headers, body } of received) {
    const { data, timestamp } = JSON.parse(body);
    const id = headers['webhook-id'];
    expect(bySequence.get(data.sequence) ?? { id, body, timestamp }).toEqual({ id, body, timestamp });
    bySequence.set(data.sequence, { id, body, timestamp });
  }
  const inOrder = [...bySequence].sort(([a], [b]) => a - b).map(([, { timestamp }]) => timestamp);
  expect(inOrder).toEqual(inOrder.toSorted());
  expect([...bySequence.keys()]).toEqual([...bySequence.keys()].toSorted((a, b) => a - b));
}
