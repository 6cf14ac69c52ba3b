import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { ClockReading } from '../../account/clock.ts';
import { changesOf, type Life, type LifeSummary, live } from '../../living-shop/live.ts';
import { changesADay } from '../../living-shop/rates.ts';
import type { Server } from '../../server.ts';
import type { AccountAccess } from '../account-access.ts';
import { yesOrNo } from '../body-fields.ts';
import { bodySchema, checkBody } from '../check-body.ts';
import type { ClockControl } from '../clock-control.ts';
import { ControlError } from '../control-error.ts';
import { readDuration } from '../duration.ts';
import { jsonBody } from '../json-body.ts';

export interface LiveOptions {
  /** Days that go by, 1 to 365. @default 1 */
  readonly days?: number | undefined;
  /** Changes a day, 1 to 10000. @default a fiftieth of the products, at least 10 and at most 2000 */
  readonly changes?: number | undefined;
  /** Sales may take more than there is. @default false */
  readonly oversell?: boolean | undefined;
}

export interface LiveControl {
  /**
   * Lets the shop live: sales, returns, deliveries, new prices, new, edited, archived and deleted products, spread over
   * days that go by on the account's clock. Stock adds up, and the same seed gives the same life.
   */
  live(options?: LiveOptions): Promise<LifeSummary>;
}

const daySeconds = 86_400;
const mostDays = 365;
const mostChangesADay = 10_000;
/** Changes of one life: more are asked for one after the other. */
const mostChanges = 200_000;

/** About what a change takes of the memory. */
const changeBytes = 4000;

const liveBody = lazily(() => {
  const between = (most: number) => {
    const error = `a whole number from 1 to ${most}`;
    return z.int({ error }).min(1, { error }).max(most, { error }).optional();
  };
  return bodySchema('a life has no', {
    days: between(mostDays),
    changes: between(mostChangesADay),
    oversell: yesOrNo().optional(),
  });
});

function checkLife(server: Server, life: Life): Life {
  const changes = changesOf(life);
  if (changes > mostChanges)
    throw new ControlError(
      400,
      `${changes} changes at once are too many: at most ${mostChanges} in one life`,
    );
  if (changes * changeBytes > server.accounts.bytesLeft)
    throw new ControlError(507, 'the accounts hold too much for that: allow more by maxAccountMegabytes');
  return life;
}

async function letLive(server: Server, access: AccountAccess, life: Life): Promise<LifeSummary> {
  checkLife(server, life);
  const account = access.toRead();
  if (account.isLiving) throw new ControlError(409, 'the shop is living already: wait for its end');
  access.toAdd();
  account.isLiving = true;
  account.requestsUnderWay += 1;
  try {
    return await live(account, life);
  } finally {
    account.isLiving = false;
    account.requestsUnderWay -= 1;
    // What was asked meanwhile was asked of a state in between.
    account.checkpoints.expire();
    server.accounts.count(account);
  }
}

const changesOfShop = (access: AccountAccess) => changesADay(access.toRead().table('products').size);

export function liveControl(server: Server, access: AccountAccess): LiveControl {
  return {
    async live(options = {}) {
      const { days = 1, changes = changesOfShop(access), oversell = false } = checkBody(liveBody(), options);
      return letLive(server, access, { seconds: days * daySeconds, changesADay: changes, oversell });
    },
  };
}

/** The clock of an account, during whose time its shop may live. */
export interface AccountClockControl extends ClockControl {
  /** Moves on by seconds, or by a span as `1h30m`. */
  advance(by: number | string): ClockReading;
  /** The same, and the shop lives meanwhile as `live` has it. */
  advance(
    by: number | string,
    options: { readonly live: true },
  ): Promise<ClockReading & { readonly live: LifeSummary }>;
}

/** A clock whose time the shop can live through. */
export function accountClock(
  server: Server,
  access: AccountAccess,
  clock: ClockControl,
): AccountClockControl {
  const advanceLiving = async (by: number | string) => {
    const seconds = typeof by === 'number' ? by : readDuration(by);
    if (!(seconds > 0 && seconds <= mostDays * daySeconds))
      throw new ControlError(
        400,
        `a shop lives for more than 0 seconds and at most ${mostDays} days at once`,
      );
    const life = { seconds, changesADay: changesOfShop(access), oversell: false };
    const summary = await letLive(server, access, life);
    return { ...clock.read(), live: summary };
  };
  function advance(by: number | string): ClockReading;
  function advance(by: number | string, options: { readonly live: true }): ReturnType<typeof advanceLiving>;
  function advance(by: number | string, options?: { readonly live: true }) {
    return options?.live === true ? advanceLiving(by) : clock.advance(by);
  }
  return { ...clock, advance };
}

export function liveRoutes(accountOf: (c: Context) => LiveControl): Hono {
  return new Hono().post('/', async (c) => c.json(await accountOf(c).live(await jsonBody<LiveOptions>(c))));
}
