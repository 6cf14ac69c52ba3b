import { type Context, Hono } from 'hono';

import type { Account } from '../account/account.ts';
import { stockOf } from '../entities/stock/stock.ts';
import type { Server } from '../server.ts';
import type { AccountAccess } from './account-access.ts';
import { type QuotaReading, readQuota } from './quota-control.ts';

/** What one account holds. */
export interface AccountDescription {
  readonly clientCode: string;
  /** Something of it differs from the shop that every account starts from. */
  readonly changed: boolean;
  readonly tables: Readonly<Record<string, number>>;
  readonly sessions: number;
  /** About what it holds of its own in memory; `maxAccountMegabytes` bounds that of all accounts together. */
  readonly bytes: number;
  readonly quota: QuotaReading;
  readonly clock: { readonly now: number; readonly frozen: boolean };
}

export interface DescriptionControl {
  readonly clientCode: string;
  describe(): AccountDescription;
  /** Forgets the account altogether. */
  forget(): void;
}

function describe(account: Account): AccountDescription {
  const now = account.now();
  return {
    clientCode: account.code,
    changed: account.isChanged,
    tables: {
      ...Object.fromEntries(account.tableNames.map((name) => [name, account.table(name).size])),
      stockMovements: stockOf(account).ledger.movements.length,
      users: account.users.all().length,
    },
    sessions: account.sessions.validCount(now),
    bytes: account.bytes,
    quota: readQuota(account),
    clock: account.clock.read(),
  };
}

export function descriptionControl(
  { accounts }: Server,
  { clientCode, toRead }: AccountAccess,
): DescriptionControl {
  return {
    clientCode,
    describe: () => describe(toRead()),
    forget: () => void accounts.forget(clientCode),
  };
}

export function descriptionRoutes(accountOf: (c: Context) => DescriptionControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(accountOf(c).describe()))
    .delete('/', (c) => {
      accountOf(c).forget();
      return c.body(null, 204);
    });
}
