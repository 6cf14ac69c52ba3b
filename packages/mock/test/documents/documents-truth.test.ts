import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { sequences } from './document-step.ts';
import { createNaiveShop } from './naive-shop.ts';
import { runSequence } from './run-sequence.ts';

it('stock, reserved, free, on order, costs, revenue and balances agree with a naive count after every request', async () => {
  const shop = await createNaiveShop();
  const agrees = fc.asyncProperty(sequences, (sequence) => runSequence(shop, sequence));
  await fc.assert(agrees, propertyRun(50, 5));
  expect.hasAssertions();
});
