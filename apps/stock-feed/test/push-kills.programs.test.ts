import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';
import { caseCount, seededRandom } from '@erply-kit/tooling/property';

import { environmentOf } from './run-main.ts';
import { readShopTruth } from './shop-truth.ts';
import { startStockReceiver, testSecret } from './stock-receiver.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);

test('pushes that are killed at any delivery leave nothing out, and no sequence comes with two bodies', async () => {
  await using erply = await startMock({ seed: 1, port: 0, products: 60 });
  await using folder = await temporaryFolder();
  await using receiver = await startStockReceiver();
  const random = seededRandom();
  const env = { ...process.env, ...environmentOf(erply.url), STOCK_FEED_PUSH_SECRET: testSecret };
  const args = [
    cli,
    'push',
    '--to',
    receiver.url,
    '--batch-size',
    '10',
    '--max-zeroed',
    '100',
    '--max-attempts',
    '1',
  ];
  const push = () => spawn(process.execPath, args, { cwd: folder.path, env, stdio: 'ignore' });
  const products = erply.account('100001').data('products').list();
  const movable = products.filter(({ type, nonStockProduct }) => type === 'PRODUCT' && nonStockProduct === 0);
  for (let kill = 0; kill < caseCount(100, 5); kill++) {
    erply.account('100001').stockMovements.insert({
      ...{
        productID: Number(random.pick(movable).productID),
        warehouseID: random.whole(1, 2),
        amount: random.whole(1, 9),
      },
    });
    const child = push();
    const ended = once(child, 'close');
    let left = random.whole(1, 6);
    const how = random.whole(0, 2);
    receiver.behave((delivery, response) => {
      if (--left > 0) {
        response.writeHead(receiver.take(delivery)).end();
        return;
      }
      // Before it was taken, after that, or after the answer was sent.
      if (how > 0) receiver.take(delivery);
      if (how === 2) response.writeHead(204).end();
      child.kill('SIGKILL');
    });
    await ended;
  }
  receiver.behave(undefined);
  const [code] = await once(push(), 'close');
  expect(code).toBe(0);
  const bodies = new Map<unknown, string>();
  for (const { headers, body } of receiver.received) {
    const id = headers['webhook-id'];
    expect(bodies.get(id) ?? body).toBe(body);
    bodies.set(id, body);
  }
  const sequences = receiver.received.map(({ body }) => JSON.parse(body).data.sequence);
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  const truth = await readShopTruth(erply.url);
  expect(receiver.quantities().size).toBeGreaterThan(50);
  for (const [key, quantity] of receiver.quantities()) {
    const [product = 0, warehouse = 0] = key.split(' ').map(Number);
    expect([key, quantity]).toEqual([key, Math.max(0, truth.available(warehouse, product) / 1e6)]);
  }
});
