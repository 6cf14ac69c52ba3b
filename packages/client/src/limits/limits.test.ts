import { expect, it } from 'vitest';

import { createFakeTime, settle } from '../../test/fake-time.ts';
import { propertyScale } from '../../test/property-scale.ts';
import { createRandom } from '../../test/random.ts';
import { createLimits, type PermitRequest } from './limits.ts';

const request = (change: Partial<PermitRequest> = {}): PermitRequest => ({
  account: 'a',
  costTenths: 10,
  isLogin: false,
  ...change,
});
const minuteMs = 60_000;

it('holds no slot while it waits for the hour', async () => {
  const time = createFakeTime();
  const limits = createLimits({ clock: time.clock, wait: time.wait, unitsPerHour: 2, concurrent: 1 });
  const first = await limits.acquire(request({ costTenths: 20 }));
  first.release(true);
  const waiting = limits.acquire(request());
  await settle();
  const other = await limits.acquire(request({ account: 'b' }));
  other.release(true);
  await time.advance(30 * minuteMs + 250);
  await expect(waiting).resolves.toBeDefined();
});

it('spends nothing of an hour while it waits for a slot', async () => {
  const time = createFakeTime();
  const limits = createLimits({ clock: time.clock, wait: time.wait, unitsPerHour: 2, concurrent: 1 });
  const holder = await limits.acquire(request());
  const waiting = limits.acquire(request());
  await time.advance(30 * minuteMs);
  holder.release(true);
  await waiting;
  const second = limits.acquire(request());
  (await waiting).release(true);
  await expect(second).resolves.toBeDefined();
});

it('gives the cost back when nothing was sent, and only once', async () => {
  const time = createFakeTime();
  const limits = createLimits({ clock: time.clock, wait: time.wait, unitsPerHour: 2, concurrent: 1 });
  const permit = await limits.acquire(request());
  permit.release(false);
  permit.release(false);
  await limits.acquire(request({ costTenths: 20 }));
  const delays: number[] = [];
  const refuse = (_: string, delayMs: number) => {
    delays.push(delayMs);
    throw new Error('no');
  };
  await expect(limits.acquire(request({ mayWait: refuse }))).rejects.toThrow('no');
  expect(delays).toEqual([30 * minuteMs + 250]);
});

it('counts accounts apart and the address together', async () => {
  const time = createFakeTime();
  const limits = createLimits({ clock: time.clock, wait: time.wait, requestsPerWindow: 2 });
  await limits.acquire(request({ account: 'a' }));
  await limits.acquire(request({ account: 'b' }));
  const reasons: string[] = [];
  const mayWait = (reason: string) => void reasons.push(reason);
  const third = limits.acquire(request({ account: 'c', mayWait }));
  await time.advance(30_000);
  await third;
  expect(reasons).toEqual(['address']);
});

it(`never exceeds any of its limits, in ${20 * propertyScale} seeded crowds`, async () => {
  for (let seed = 1; seed <= 20 * propertyScale; seed += 1) await crowd(seed);
});

/** Many callers with random costs and durations; every permit is checked against the limits as an outsider sees them. */
async function crowd(seed: number): Promise<void> {
  const random = createRandom(seed);
  const time = createFakeTime();
  const { clock, wait } = time;
  const limits = createLimits({ clock, wait, unitsPerHour: 30, concurrent: 4, requestsPerWindow: 15 });
  const sent: {
    readonly atMs: number;
    readonly hour: number;
    readonly costTenths: number;
    readonly account: string;
  }[] = [];
  let inFlight = 0;
  const problems: string[] = [];

  const call = async () => {
    await wait(random.below(3) === 0 ? random.below(4_000_000) : random.below(20_000));
    const costTenths = random.below(2) === 0 ? 10 : 1 + random.below(30);
    const account = `account-${random.below(2)}`;
    const permit = await limits.acquire(request({ account, costTenths }));
    const nowMs = clock.now();
    const hour = Math.floor(nowMs / 3_600_000);
    inFlight += 1;
    sent.push({ atMs: nowMs, hour, costTenths, account });
    if (inFlight > 4) problems.push(`${inFlight} in flight`);
    if (sent.filter((one) => one.atMs > nowMs - 30_000).length > 15) problems.push('too many in a window');
    const spent = sent.filter((one) => one.account === account && one.hour === hour);
    if (spent.reduce((sum, one) => sum + one.costTenths, 0) > 300) problems.push('more than the hour has');
    await wait(random.below(8_000));
    inFlight -= 1;
    permit.release(true);
  };
  const all = Promise.all(Array.from({ length: 120 }, call));
  for (let hour = 0; hour < 8; hour += 1) await time.advance(3_600_000);
  await all;
  expect(problems, `seed ${seed}`).toEqual([]);
  expect(sent, `seed ${seed}`).toHaveLength(120);
}

it.each([
  ['unitsPerHour', { unitsPerHour: 1 }],
  ['concurrent', { concurrent: 0 }],
  ['requestsPerWindow', { requestsPerWindow: Number.NaN }],
])('refuses a %s that would let nothing through', (name, options) => {
  expect(() => createLimits(options)).toThrow(`createLimits: ${name} must be`);
});
