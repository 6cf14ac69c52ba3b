import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import { type Clock, ClockBackwardsError, type ClockReading } from '../account/clock.ts';
import { OptionError, readTime } from '../options.ts';
import { yesOrNo } from './body-fields.ts';
import { bodySchema, checkBody } from './check-body.ts';
import { ControlError } from './control-error.ts';
import { readDuration } from './duration.ts';
import { jsonBody } from './json-body.ts';

/** A clock as tests use it. */
export interface ClockControl {
  read(): ClockReading;
  /** Sets the time (Unix seconds or ISO), freezes the clock or lets it run. Backwards is an error. */
  set(change: ClockChange): ClockReading;
  /** Moves on by seconds, or by a span as `1h30m`. */
  advance(by: number | string): ClockReading;
}

interface ClockChange {
  now?: number | string | undefined;
  frozen?: boolean | undefined;
}

const numberOrText = (error: string) => z.union([z.number(), z.string()], { error });

const changeBody = lazily(() =>
  bodySchema('a clock has no', {
    now: numberOrText('Unix seconds or an ISO time').optional(),
    frozen: yesOrNo().optional(),
  }),
);

const advanceBody = lazily(() => {
  return bodySchema('an advance has no', {
    seconds: z.number({ error: 'a number, as 90' }).nullish(),
    by: numberOrText('a span of time, as 1h30m, 45s or 2d').nullish(),
    live: yesOrNo().optional(),
  });
});

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
        const { now, frozen } = checkBody(changeBody(), change);
        const nowMs = now === undefined ? undefined : readTime(now);
        return toChange().set({ nowMs, frozen });
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

/** The routes of a clock. `advanceLiving` moves on that of an account whose shop lives meanwhile. */
export function clockRoutes(
  clockOf: (c: Context) => ClockControl,
  advanceLiving?: (c: Context, by: number | string) => Promise<ClockReading>,
): Hono {
  return new Hono()
    .get('/', (c) => c.json(clockOf(c).read()))
    .put('/', async (c) => {
      const change = await jsonBody<ClockChange>(c);
      return c.json(clockOf(c).set(change));
    })
    .post('/advance', async (c) => {
      const { seconds, by, live = false } = checkBody(advanceBody(), await jsonBody(c));
      if (typeof seconds === 'number' && typeof by !== 'undefined' && by !== null)
        throw new ControlError(400, 'give seconds or by, not both');
      const span = seconds ?? by;
      if (span === undefined || span === null)
        throw new ControlError(400, 'give {"seconds": 90} or {"by": "1m30s"}');
      if (!live) return c.json(clockOf(c).advance(span));
      if (advanceLiving === undefined)
        throw new ControlError(400, 'the shop of an account lives: move on the clock of one, with live');
      return c.json(await advanceLiving(c, span));
    });
}
