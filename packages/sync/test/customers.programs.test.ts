import { expect, test } from 'vitest';

import { customers } from '../src/lanes/customers.ts';
import { openCopy } from './copy-shop.ts';
import { openTestShop } from './test-shop.ts';

test('a full load of 100,000 customers costs at most 105 units of the quota, login and deletion check included', async () => {
  const shop = openTestShop({ customers: 100_000 });
  const report = await openCopy(shop).run({ lanes: [customers] });
  expect(report.lanes).toMatchObject([{ records: 100_000, outcome: 'completed' }]);
  const { used, byCall } = shop.account.quota();
  expect(used).toBeCloseTo(101.3, 5);
  expect(used).toBeLessThanOrEqual(105);
  // 1,000 full pages and the empty one that ends them, and what changed meanwhile.
  expect(byCall).toEqual({
    verifyUser: 1,
    getCustomers: expect.closeTo(100.2, 5),
    getUserOperationsLog: expect.closeTo(0.1, 5),
  });
});
