import type { Shop } from '@erply-kit/fixtures';

import type { Account } from './account/account.ts';
import type { Accounts } from './account/accounts.ts';
import type { Clock } from './account/clock.ts';
import type { ResolvedOptions } from './options.ts';
import type { Reports } from './reports/reports.ts';
import type { Stubs } from './request/stubs.ts';

/** What the parts of one running fake share. */
export interface Server {
  readonly options: ResolvedOptions;
  readonly shop: Shop;
  readonly accounts: Accounts;
  /** The clock that accounts without their own follow. */
  readonly clock: Clock;
  readonly reports: Reports<Account>;
  /** Answers to calls that the fake does not know. */
  readonly stubs: Stubs;
  /** The address it listens on: off loopback the control API takes a token. */
  readonly boundHost: string;
}
