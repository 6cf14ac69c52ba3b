import type { Clock } from '../time/clock.ts';

/** How often requests may be sent: so many in any window of time, and none during a pause. */
export interface SendRate {
  /** Milliseconds until the next one may go. */
  delayMs(): number;
  /** One goes now. */
  note(): void;
  /** None for so long. */
  pause(pauseMs: number): void;
}

export function createSendRate(options: {
  readonly clock: Clock;
  readonly requestsPerWindow: number;
  readonly windowMs: number;
}): SendRate {
  const { clock, requestsPerWindow, windowMs } = options;
  const sentAtMs: number[] = [];
  let pausedUntilMs = Number.NEGATIVE_INFINITY;

  return {
    delayMs() {
      const windowOpensMs = (sentAtMs.at(-requestsPerWindow) ?? Number.NEGATIVE_INFINITY) + windowMs;
      return Math.max(0, Math.max(windowOpensMs, pausedUntilMs) - clock.monotonic());
    },
    note() {
      sentAtMs.push(clock.monotonic());
      if (sentAtMs.length > 2 * requestsPerWindow) sentAtMs.splice(0, requestsPerWindow);
    },
    pause(pauseMs) {
      pausedUntilMs = Math.max(pausedUntilMs, clock.monotonic() + pauseMs);
    },
  };
}
