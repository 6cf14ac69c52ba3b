import { type Context, Hono } from 'hono';

import { errorCode as errorCodeOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Server } from '../../server.ts';
import type { AccountAccess } from '../account-access.ts';
import { journalOf } from './journal-control.ts';
import { type Saving, savingsOf } from './savings.ts';

/** What an account was asked, what that cost, and what would have saved how much of it. */
export interface AccountReport {
  readonly clientCode: string;
  /** HTTP requests; a bulk request is one. */
  readonly requests: number;
  /** Those of them that a fault kept from the API: they are among no calls. */
  readonly unanswered: number;
  /** Calls, those in bulk requests each for itself. */
  readonly calls: number;
  /** Of the hour's quota, in units; what was given back is not in it. */
  readonly units: number;
  /** By call, the dearest first; `bulk` is what bulk requests cost or were refused as a whole. */
  readonly byCall: readonly CallUsage[];
  /** By error code, the most frequent first. */
  readonly errors: readonly { readonly code: number; readonly meaning?: string; readonly calls: number }[];
  /** The largest first. Each is counted on its own: two that are about the same calls do not add up. */
  readonly savings: readonly Saving[];
}

export interface CallUsage {
  readonly call: string;
  readonly calls: number;
  readonly units: number;
  /** How many of the calls were refused. */
  readonly errors: number;
}

export interface ReportControl {
  /**
   * What it was asked and what of that was waste, since it was made or its journal was emptied.
   * @throws ControlError 409 where the journal is off.
   */
  report(): AccountReport;
}

function reportOf(account: Account): AccountReport {
  const { requests, unanswered, calls, errors } = account.usage.read();
  const byCall = calls
    .map(([call, { tenths, ...count }]): CallUsage => ({ call, ...count, units: tenths / 10 }))
    .sort((a, b) => b.units - a.units || b.calls - a.calls || (a.call < b.call ? -1 : 1));
  const tenths = calls.reduce((sum, [, count]) => sum + count.tenths, 0);
  return {
    clientCode: account.code,
    requests,
    unanswered,
    calls: calls.reduce((sum, [call, count]) => sum + (call === 'bulk' ? 0 : count.calls), 0),
    units: tenths / 10,
    byCall,
    errors: errors
      .map(([code, count]) => ({ code, ...meaningOf(code), calls: count }))
      .sort((a, b) => b.calls - a.calls || a.code - b.code),
    savings: savingsOf(account),
  };
}

function meaningOf(code: number): { meaning?: string } {
  const meaning = errorCodeOf(code)?.meaning;
  return meaning === undefined ? {} : { meaning };
}

export function reportControl(server: Server, { toRead }: AccountAccess): ReportControl {
  return {
    report() {
      const account = toRead();
      journalOf(server, account);
      return reportOf(account);
    },
  };
}

export function reportRoutes(accountOf: (c: Context) => ReportControl): Hono {
  return new Hono().get('/', (c) => c.json(accountOf(c).report()));
}
