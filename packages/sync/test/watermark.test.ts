import { expect, test } from 'vitest';

import { products } from '../src/lanes/products.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { sinkKilledAfter } from './fuse.ts';
import { openTestShop, type TestShop } from './test-shop.ts';

const nowOf = ({ account }: TestShop) => account.clock.read().now;
const lanes = [products];

async function checkpointOf({ sink }: ShopCopy) {
  return (await sink.state('products'))?.checkpoint;
}

/** A first import that is killed after its second page. */
async function runTwoPages(copy: ShopCopy) {
  let pages = 0;
  const sink = sinkKilledAfter(copy.sink, () => ++pages === 2);
  await expect(copy.run({ lanes, sink })).rejects.toThrow('killed');
}

test('the watermark is the time of the first answer, less what it took and the margin', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run({ lanes, marginSeconds: 90 });
  const { watermark } = (await checkpointOf(copy)) as { watermark: number };
  // The fake works for some milliseconds, and seconds are rounded down.
  expect([nowOf(shop) - 91, nowOf(shop) - 90]).toContain(watermark);
});

test('a change in the very second of the watermark is read', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run({ lanes, marginSeconds: 0 });
  shop.account.data('products').update(7, { name: 'Same second' });
  const report = await copy.run({ lanes, marginSeconds: 0 });
  expect(report.lanes).toMatchObject([{ mode: 'incremental', records: 1 }]);
});

test('a full read that is resumed keeps the watermark of its first page, and reads at most one page again', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await runTwoPages(copy);
  const cut = await checkpointOf(copy);
  shop.account.clock.advance('2h');
  const changesAskedFor: string[] = [];
  const written: number[] = [];
  const transport: TestShop['transport'] = {
    ...shop.transport,
    send(request) {
      const asked = new URLSearchParams(request.form).get('requests')?.match(/"changedSince":"?(\d+)/);
      if (asked?.[1]) changesAskedFor.push(asked[1]);
      return shop.transport.send(request);
    },
  };
  const report = await copy.run({
    lanes,
    transport,
    onProgress: (event) => 'records' in event && written.push(event.records),
  });
  expect(cut).toMatchObject({ phase: 'full', candidate: expect.any(Number), cursor: { offset: 39 } });
  expect(Number(changesAskedFor[0])).toBe((cut as { candidate: number }).candidate);
  expect(written[0]).toBe(50);
  expect(report.lanes).toMatchObject([{ mode: 'full', resumed: true, records: 11 }]);
});

test('a candidate becomes the watermark only when deletions are in the sink too', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run({ lanes });
  const before = await checkpointOf(copy);
  shop.account.clock.advance('1h');
  shop.account.data('products').update(3, { name: 'Changed' });
  shop.account.data('products').remove(5);
  const sink = sinkKilledAfter(copy.sink, ({ checkpoint }) => checkpoint.phase === 'deletions');
  await expect(copy.run({ lanes, sink })).rejects.toThrow('killed');
  expect(await checkpointOf(copy)).toMatchObject({ phase: 'deletions', before });
  await copy.run({ lanes });
  expect(await checkpointOf(copy)).toMatchObject({ phase: 'idle', watermark: expect.any(Number) });
  expect(copy.sink.read('products').find(({ id }) => id === 5)?.deletedAt).toBe(nowOf(shop));
});

test('what is deleted during a first full read is found in the log from its first answer on', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await runTwoPages(copy);
  shop.account.clock.advance('2h');
  shop.account.data('products').remove(1);
  await copy.run({ lanes });
  expect(copy.sink.read('products').find(({ id }) => id === 1)?.deletedAt).toBe(nowOf(shop));
});
