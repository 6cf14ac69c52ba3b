import type { Hono } from 'hono';

import { createShop } from '@erply-kit/fixtures';
import { type TableName, tables } from '@erply-kit/schemas';
import { unsupportedNode } from '@erply-kit/schemas/unsupported-node';

import type { Account, Behaviour } from './account/account.ts';
import { Accounts } from './account/accounts.ts';
import { Clock } from './account/clock.ts';
import { JournalSpace } from './account/journal-space.ts';
import { Tokens } from './account/tokens.ts';
import { createApp } from './app.ts';
import { type Control, createControl } from './control/control.ts';
import * as behaviours from './entities/behaviours.ts';
import { withInitialData } from './initial-data.ts';
import { checkOptionTypes } from './option-types.ts';
import { type MockOptions, resolveOptions } from './options.ts';
import { SelectionCaches } from './query/base-finder.ts';
import { Reports } from './reports/reports.ts';
import { readStubs } from './request/stubs.ts';
import type { Server } from './server.ts';
import { BaseTables } from './store/base-tables.ts';
import { RecordCacheBudget } from './store/record-cache.ts';
import { stubContents } from './stub-files.ts';

/** What tables do beside what their definitions say, by their names. */
const behaviourOf: Readonly<Record<string, Behaviour>> = { ...behaviours };

/** How much the encoded records may take, in bytes, that only one account has: of all accounts together. */
const maxOwnCacheBytes = 32 * 1024 * 1024;

/** What the journals of all accounts together may take, in bytes. */
const maxJournalBytes = 64 * 1024 * 1024;

/** A fake Erply without a port. */
export interface Mock extends Control {
  /** The Hono app: `mock.app.request('/api/', …)`. */
  readonly app: Hono;
}

/**
 * Makes a fake Erply that is called in process. `startMock` gives it a port.
 * @throws OptionError or SwitchError naming a wrong option and the fix; an Error on a Node that is too old.
 */
export function createMock(options: MockOptions = {}, boundHost = '127.0.0.1'): Mock {
  return assembleMock(options, boundHost).mock;
}

/** A fake Erply without a port, and what its parts share. */
export function assembleMock(options: MockOptions, boundHost: string): { mock: Mock; server: Server } {
  const tooOld = unsupportedNode();
  if (tooOld !== undefined) throw new Error(`@erply-kit/mock: ${tooOld}`);
  checkOptionTypes(options);
  const resolved = resolveOptions(options);
  const { dataset, seed, products, customers, warehouses, documents } = resolved;
  const shop = createShop({ dataset, seed, products, customers, warehouses, documents });
  const clock = new Clock(resolved.realTime);
  if (resolved.nowMs !== undefined || resolved.frozen) {
    clock.start(resolved.nowMs ?? resolved.realTime(), resolved.frozen);
  }
  const stubs = readStubs(stubContents(resolved.stubs));
  const reports = new Reports<Account>();
  const accounts = new Accounts(
    withInitialData(resolved, {
      shop,
      baseTables: new BaseTables({
        definitions: tables,
        rowsOf: (name) => shop[name as TableName],
        behaviours: behaviourOf,
        maxCacheBytes: resolved.cacheBytes,
      }),
      behaviours: behaviourOf,
      selectionCaches: new SelectionCaches(),
      baseFinders: new Map(),
      journalSpace: new JournalSpace(maxJournalBytes),
      ownCacheBudget: new RecordCacheBudget(maxOwnCacheBytes),
      realTime: resolved.realTime,
      clock,
      quotaUnits: resolved.quota,
      config: resolved.config,
      reports,
      tokens: new Tokens(seed),
      stubNames: new Set(stubs.keys()),
      changes: { count: 0 },
    }),
    { only: resolved.accounts, max: resolved.maxAccounts, maxBytes: resolved.maxAccountBytes },
  );
  const server: Server = { options: resolved, shop, accounts, clock, reports, stubs, boundHost };
  const control = createControl(server);
  return { server, mock: { ...control, app: createApp(server, control) as unknown as Hono } };
}
