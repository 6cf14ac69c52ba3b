import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock } from '../src/time/clock.ts';
import { createWait, type Wait } from '../src/time/wait.ts';

interface Alarm {
  readonly atMs: number;
  readonly ring: () => void;
}

/** A clock that tests move by hand. */
export interface FakeTime {
  readonly clock: Clock;
  /** Sleeps until `advance` has moved the clock far enough. */
  readonly wait: Wait;
  /** Sleeps no time at all: the clock jumps to the end of the sleep. */
  readonly jump: Wait;
  /** Lengths of all sleeps, in milliseconds. */
  readonly slept: number[];
  /** Alarms that are set and have not rung: a leak when nothing is under way. */
  readonly pending: number;
  /** Moves the clock, lets alarms ring at their time, and lets go on what they wake. */
  advance(ms: number): Promise<void>;
}

export function createFakeTime(startMs = Date.UTC(2026, 2, 10, 15, 30, 0)): FakeTime {
  let nowMs = startMs;
  const alarms = new Set<Alarm>();
  const slept: number[] = [];
  const clock: Clock = {
    now: () => nowMs,
    monotonic: () => nowMs - startMs,
    alarm(delayMs, ring) {
      const alarm = { atMs: nowMs + delayMs, ring };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
  };
  const moveTo = (untilMs: number) => {
    for (;;) {
      const [next] = [...alarms].filter((alarm) => alarm.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
      if (!next) break;
      nowMs = next.atMs;
      alarms.delete(next);
      next.ring();
    }
    nowMs = untilMs;
  };
  const sleep = createWait(clock);

  return {
    clock,
    slept,
    get pending() {
      return alarms.size;
    },
    wait(ms, options) {
      slept.push(ms);
      return sleep(ms, options);
    },
    async jump(ms, options) {
      options?.signal?.throwIfAborted();
      slept.push(ms);
      moveTo(nowMs + ms);
      await nextTurn();
      options?.signal?.throwIfAborted();
    },
    async advance(ms) {
      await settle();
      const untilMs = nowMs + ms;
      while (nowMs < untilMs) {
        const next = Math.min(untilMs, ...[...alarms].map((alarm) => alarm.atMs));
        moveTo(Math.max(next, nowMs));
        await settle();
      }
    },
  };
}

/** Lets everything go on that waits for no time. */
export async function settle(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await nextTurn();
}
