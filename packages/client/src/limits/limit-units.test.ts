import { expect, it } from 'vitest';

import { limitUnits } from './limit-units.ts';
import { createLimits } from './limits.ts';

const request = (costTenths: number) => ({ account: 'a', costTenths, isLogin: false });

it('lets so many units through, exactly, and none beyond', async () => {
  const limits = limitUnits(createLimits(), 1.3);
  for (const costTenths of [10, 1, 1, 1]) (await limits.acquire(request(costTenths))).release(true);
  await expect(limits.acquire(request(1))).rejects.toThrow(
    'would exceed the 1.3 units of maxUnits, of which 1.3 are used',
  );
});

it('counts what waits for its turn, and nothing that was not sent', async () => {
  const limits = limitUnits(createLimits(), 2);
  const first = await limits.acquire(request(10));
  const second = await limits.acquire(request(10));
  await expect(limits.acquire(request(1))).rejects.toThrow('would exceed');
  first.release(false);
  first.release(false);
  (await limits.acquire(request(10))).release(true);
  second.release(true);
  await expect(limits.acquire(request(1))).rejects.toThrow('would exceed');
});

it('gives back what the limits behind it refuse', async () => {
  const limits = limitUnits(createLimits(), 1);
  const signal = AbortSignal.abort(new Error('gone'));
  const waiting = limits.acquire({ ...request(10), signal });
  await waiting.then(
    (permit) => permit.release(false),
    () => undefined,
  );
  await expect(limits.acquire(request(10))).resolves.toBeDefined();
});
