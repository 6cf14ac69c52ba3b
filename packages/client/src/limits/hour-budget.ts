import type { Clock } from '../time/clock.ts';
import { createServerClock, type ServerTime } from './server-clock.ts';

const hourMs = 3_600_000;

/** After the turn of the hour, so that a request does not arrive a moment too early. */
const marginMs = 250;

/** The requests that an account may make in one clock hour of the server. */
export interface HourBudget {
  /** Milliseconds until `costTenths` more fit; 0 when they fit now. */
  delayMs(costTenths: number): number;
  /** Takes them, if they fit now. The returned function gives them back: the request was never sent. */
  spend(costTenths: number): (() => void) | undefined;
  /** The server said at that time, or just now, that nothing is left of the hour, whoever used it. */
  markUsedUp(unixSeconds?: number): void;
  /** Whether it has said so of this hour. */
  isUsedUpByServer(): boolean;
  observe(time: ServerTime): void;
}

/** Counts in tenths of a unit, because a sub-request of a bulk request costs 0.1. */
export function createHourBudget(options: {
  readonly clock: Clock;
  readonly unitsPerHour: number;
}): HourBudget {
  const limitTenths = Math.round(options.unitsPerHour * 10);
  const server = createServerClock(options.clock);
  let spent = { hour: Number.NaN, tenths: 0 };
  let usedUpHour = Number.NaN;

  const thisHour = () => {
    const hour = Math.floor(server.nowMs() / hourMs);
    if (hour !== spent.hour) spent = { hour, tenths: 0 };
    return spent;
  };
  // What is dearer than a whole hour would never fit: it goes when nothing else was spent.
  const fits = (costTenths: number) => {
    const { hour, tenths } = thisHour();
    return hour !== usedUpHour && (tenths === 0 || tenths + costTenths <= limitTenths);
  };

  return {
    delayMs(costTenths) {
      return fits(costTenths) ? 0 : (spent.hour + 1) * hourMs - server.nowMs() + marginMs;
    },
    spend(costTenths) {
      if (!fits(costTenths)) return undefined;
      const from = thisHour();
      from.tenths += costTenths;
      return () => {
        from.tenths -= costTenths;
      };
    },
    markUsedUp(unixSeconds) {
      usedUpHour = unixSeconds === undefined ? thisHour().hour : Math.floor((unixSeconds * 1000) / hourMs);
    },
    isUsedUpByServer: () => thisHour().hour === usedUpHour,
    observe: (time) => server.observe(time),
  };
}
