import { type Clock, ClockBackwardsError, type ClockReading } from '../account/clock.ts';
import { OptionError, readTime } from '../options.ts';
import { ControlError } from './control-error.ts';
import { readDuration } from './duration.ts';

/** A clock as tests use it. */
export interface ClockControl {
  read(): ClockReading;
  /** Sets the time (Unix seconds or ISO), freezes the clock or lets it run. Backwards is an error. */
  set(change: { now?: number | string | undefined; frozen?: boolean | undefined }): ClockReading;
  /** Moves on by seconds, or by a span as `1h30m`. */
  advance(by: number | string): ClockReading;
}

/** Around the year 5100. */
const lastSecond = 1e11;

function orControlError<TResult>(action: () => TResult): TResult {
  try {
    return action();
  } catch (error) {
    if (error instanceof ClockBackwardsError) throw new ControlError(409, error.message);
    if (error instanceof OptionError) throw new ControlError(400, error.message);
    throw error;
  }
}

/** Controls a clock. `toChange` is asked for it before it changes, so that its account is kept from then on. */
export function clockControl(toRead: () => Clock, toChange: () => Clock): ClockControl {
  return {
    read: () => toRead().read(),
    set: (change) =>
      orControlError(() => {
        const nowMs = change.now === undefined ? undefined : readTime(change.now);
        return toChange().set({ nowMs, frozen: change.frozen });
      }),
    advance: (by) =>
      orControlError(() => {
        const seconds = typeof by === 'number' ? by : readDuration(by);
        if (seconds < 0) throw new ControlError(409, new ClockBackwardsError().message);
        if (!(toRead().now() + seconds <= lastSecond))
          throw new ControlError(400, `a clock goes up to ${lastSecond}, in Unix seconds`);
        return toChange().advance(seconds);
      }),
  };
}
