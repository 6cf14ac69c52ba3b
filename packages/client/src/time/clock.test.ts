import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { systemClock } from './clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const dayMs = 86_400_000;

it('rings once, after the delay', () => {
  const ring = vi.fn();
  systemClock.alarm(50, ring);
  vi.advanceTimersByTime(49);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(ring).toHaveBeenCalledOnce();
});

it('does not ring when it was cancelled', () => {
  const ring = vi.fn();
  systemClock.alarm(50, ring)();
  vi.advanceTimersByTime(100);
  expect(ring).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it('waits longer than a timer of Node can, and can be cancelled then, too', () => {
  const ring = vi.fn();
  systemClock.alarm(60 * dayMs, ring);
  vi.advanceTimersByTime(59 * dayMs);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(dayMs);
  expect(ring).toHaveBeenCalledOnce();
  const cancel = systemClock.alarm(60 * dayMs, ring);
  vi.advanceTimersByTime(30 * dayMs);
  cancel();
  expect(vi.getTimerCount()).toBe(0);
});
