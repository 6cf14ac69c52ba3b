import { expect, it } from 'vitest';

import { createFakeTime } from '../../test/fake-time.ts';
import { createServerClock } from './server-clock.ts';

it('takes our clock for the right one until an answer gives another', () => {
  const { clock } = createFakeTime();
  expect(createServerClock(clock).nowMs()).toBe(clock.now());
});

it('is never ahead of the server, and at most little behind, whatever the way of an answer took', async () => {
  const time = createFakeTime();
  const server = createServerClock(time.clock);
  const aheadMs = 7_300_400;
  for (const [afterMs, sinceSentMs] of [
    [0, 900],
    [1234, 20],
    [4444, 450],
  ] as const) {
    await time.advance(afterMs + sinceSentMs);
    const answeredMs = time.clock.now() - sinceSentMs / 2 + aheadMs;
    server.observe({ unixSeconds: Math.floor(answeredMs / 1000), sinceSentMs });
    const errorMs = server.nowMs() - (time.clock.now() + aheadMs);
    expect(errorMs).toBeLessThanOrEqual(0);
    expect(errorMs).toBeGreaterThan(-1500);
  }
});

it('comes closer with each answer', async () => {
  const time = createFakeTime(10_950);
  const server = createServerClock(time.clock);
  server.observe({ unixSeconds: 10, sinceSentMs: 50 });
  expect(server.nowMs() - time.clock.now()).toBe(-950);
  await time.advance(110);
  server.observe({ unixSeconds: 11, sinceSentMs: 10 });
  expect(server.nowMs() - time.clock.now()).toBe(-60);
  await time.advance(500);
  server.observe({ unixSeconds: 11, sinceSentMs: 10 });
  expect(server.nowMs() - time.clock.now()).toBe(-60);
});

it('believes the newest answer when one of the clocks was set', () => {
  const time = createFakeTime(0);
  const server = createServerClock(time.clock);
  server.observe({ unixSeconds: 0, sinceSentMs: 10 });
  server.observe({ unixSeconds: 7200, sinceSentMs: 10 });
  expect(server.nowMs()).toBe(7_200_000);
  server.observe({ unixSeconds: 3600, sinceSentMs: 10 });
  expect(server.nowMs()).toBe(3_600_000);
});
