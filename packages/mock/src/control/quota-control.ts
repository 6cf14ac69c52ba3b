import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { AccountAccess } from './account-access.ts';
import { bodySchema, checkBody } from './check-body.ts';
import { jsonBody } from './json-body.ts';

/** The hour's quota in units, and what it went to. */
export interface QuotaReading {
  readonly limit: number;
  readonly used: number;
  /** Unix seconds at which the hour began. */
  readonly hour: number;
  readonly byCall: Readonly<Record<string, number>>;
}

interface QuotaChange {
  readonly limit?: number | undefined;
  readonly used?: number | undefined;
}

export interface QuotaControl {
  quota(): QuotaReading;
  setQuota(change: QuotaChange): QuotaReading;
}

const changeBody = lazily(() => {
  const error = 'a number of units, 0 or more';
  const units = z.number({ error }).min(0, { error }).optional();
  return bodySchema('a quota has no', { limit: units, used: units });
});

export const readQuota = (account: Account): QuotaReading => account.quota.read(account.now());

export function quotaControl({ toRead, toChange }: AccountAccess): QuotaControl {
  return {
    quota: () => readQuota(toRead()),
    setQuota(change) {
      const checked = checkBody(changeBody(), change);
      const account = toChange();
      account.quota.set(account.now(), checked);
      return readQuota(account);
    },
  };
}

export function quotaRoutes(accountOf: (c: Context) => QuotaControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(accountOf(c).quota()))
    .put('/', async (c) => {
      const change = await jsonBody<QuotaChange>(c);
      return c.json(accountOf(c).setQuota(change));
    });
}
