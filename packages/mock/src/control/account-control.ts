import { isInMilliseconds } from '@erply-kit/schemas';

import { type Account, type Resettable, resettable } from '../account/account.ts';
import type { JournalEntry, JournalFilter } from '../account/journal.ts';
import { type Config, type ConfigChange, changeConfig, modulesOf } from '../config/config.ts';
import { SwitchError, type Switches } from '../config/switches.ts';
import { stockOf } from '../entities/stock/stock.ts';
import type { Server } from '../server.ts';
import { type AccountAccess, accountAccess } from './account-access.ts';
import { type ClockControl, clockControl } from './clock-control.ts';
import { ControlError } from './control-error.ts';
import { type DataControl, dataControl } from './data-control.ts';
import { type StockControl, stockControl } from './stock-control.ts';
import { userControl } from './user-control.ts';

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

/** The hour's quota in units, and what it went to. */
export interface QuotaReading {
  readonly limit: number;
  readonly used: number;
  /** Unix seconds at which the hour began. */
  readonly hour: number;
  readonly byCall: Readonly<Record<string, number>>;
}

export interface AccountConfig {
  /** Every call is answered with 1000. */
  readonly maintenance: boolean;
  /** Modules that the account has; a call is among them when its plan leaves it out. */
  readonly modules: Readonly<Record<string, boolean>>;
  readonly set: Switches;
}

/** Everything that tests do to an account behind its back. The same verbs as the control API's. */
export interface AccountControl {
  readonly clientCode: string;
  readonly clock: ClockControl;
  describe(): AccountDescription;
  /** Forgets the account altogether. */
  forget(): void;
  /** Puts parts back as they were at the start; all of them when none is named. */
  reset(what?: readonly Resettable[]): void;
  config(): AccountConfig;
  setConfig(change: ConfigChange): AccountConfig;
  quota(): QuotaReading;
  setQuota(change: { readonly limit?: number | undefined; readonly used?: number | undefined }): QuotaReading;
  /** Ends all sessions, and answers how many were valid. */
  expireSessions(): number;
  journal(filter?: JournalFilter): { readonly entries: readonly JournalEntry[]; readonly dropped: number };
  /** The records of a table, or the `users`. */
  data(table: string): DataControl;
  readonly stockMovements: StockControl;
}

function checkReset(what: readonly string[]): asserts what is readonly Resettable[] {
  const unknown = what.find((part) => !(resettable as readonly string[]).includes(part));
  if (unknown !== undefined)
    throw new ControlError(
      400,
      `cannot reset "${String(unknown).slice(0, 64)}"; there are: ${resettable.join(', ')}`,
    );
}

function checkSince(since: number | undefined): void {
  if (isInMilliseconds(since)) throw new ControlError(400, 'since is in milliseconds; it needs Unix seconds');
}

function checkUnits(change: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(change)) {
    if (name !== 'limit' && name !== 'used')
      throw new ControlError(400, `a quota has no "${name.slice(0, 64)}", only limit and used`);
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      throw new ControlError(400, `${name} needs a number of units, 0 or more`);
  }
}

function checkBooleans(values: unknown): asserts values is Readonly<Record<string, boolean>> {
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new ControlError(400, 'modules needs an object, as {"salon": false}');
  const wrong = Object.entries(values).find(([, value]) => typeof value !== 'boolean');
  if (wrong !== undefined)
    throw new ControlError(400, `modules: ${wrong[0].slice(0, 64)} needs true or false`);
}

function checkConfig(
  change: Readonly<Record<string, unknown>>,
): asserts change is ConfigChange & typeof change {
  const unknown = Object.keys(change).find((name) => !['maintenance', 'modules', 'set'].includes(name));
  if (unknown !== undefined)
    throw new ControlError(
      400,
      `there is no setting "${unknown.slice(0, 64)}", only maintenance, modules and set`,
    );
  const { maintenance, modules, set } = change;
  if (maintenance !== undefined && typeof maintenance !== 'boolean')
    throw new ControlError(400, 'maintenance needs true or false');
  if (modules !== undefined) checkBooleans(modules);
  if (set !== undefined && (typeof set !== 'object' || set === null || Array.isArray(set)))
    throw new ControlError(400, 'set needs an object of switches');
}

function setConfig(access: AccountAccess, change: Readonly<Record<string, unknown>>): AccountConfig {
  checkConfig(change);
  let config: Config;
  try {
    config = changeConfig(access.toRead().config, change);
  } catch (error) {
    throw error instanceof SwitchError ? new ControlError(400, error.message) : error;
  }
  const account = access.toChange();
  account.config = config;
  return configOf(account);
}

/** The control of one client code. The account is kept from its first change on. */
export function accountControl(server: Server, clientCode: string): AccountControl {
  const access = accountAccess(server, clientCode);
  const { toRead, toChange } = access;
  return {
    clientCode,
    clock: clockControl(
      () => toRead().clock,
      () => toChange().clock,
    ),
    describe: () => describe(toRead()),
    forget: () => void server.accounts.forget(clientCode),
    reset(what = resettable) {
      checkReset(what);
      const account = toRead();
      account.reset(what);
      server.accounts.count(account);
    },
    config: () => configOf(toRead()),
    setConfig: (change) => setConfig(access, { ...change }),
    quota: () => readQuota(toRead()),
    setQuota(change) {
      checkUnits(change);
      const account = toChange();
      account.quota.set(account.now(), change);
      return readQuota(account);
    },
    expireSessions: () => toRead().sessions.expireAll(toRead().now()),
    journal(filter) {
      checkSince(filter?.since);
      return toRead().journal.read(filter);
    },
    data: (table) => (table === 'users' ? userControl(access) : dataControl(access, table)),
    stockMovements: stockControl(access),
  };
}

const readQuota = (account: Account): QuotaReading => account.quota.read(account.now());
const configOf = (account: Account): AccountConfig => ({
  maintenance: account.config.maintenance,
  modules: modulesOf(account.config),
  set: account.switches,
});

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
