import type { ModuleName, RowOfTable, TableName } from '@erply-kit/schemas';

import type { Config } from '../config/config.ts';
import type { Switches } from '../config/switches.ts';
import { Faults } from '../faults/faults.ts';
import type { Finder } from '../query/finder.ts';
import type { Reports } from '../reports/reports.ts';
import type { RecordBehaviour } from '../store/behaviour.ts';
import type { EncodedRecords } from '../store/encoded-records.ts';
import { parentsOf } from '../store/joins.ts';
import type { Row } from '../store/row.ts';
import type { Table } from '../store/table.ts';
import { AccountStates, type SavableState } from './account-states.ts';
import { AccountTables, type SharedTables, type TableBehaviour } from './account-tables.ts';
import { Checkpoints } from './checkpoints.ts';
import { Clock, type RealTime } from './clock.ts';
import { Journal } from './journal.ts';
import type { JournalSpace } from './journal-space.ts';
import { keptNames, type Languages, languagesOf, ownNameField } from './languages.ts';
import { Lockout } from './lockout.ts';
import { OperationsLog } from './operations-log.ts';
import { Quota } from './quota.ts';
import { RandomStream } from './random-stream.ts';
import type { SavedAccount, SavedData } from './saved-account.ts';
import { Sessions } from './sessions.ts';
import { Snapshots } from './snapshots.ts';
import { storedFields } from './stored-fields.ts';
import type { Tokens } from './tokens.ts';
import { Usage } from './usage.ts';
import type { User } from './user.ts';
import { userStamp } from './user-stamp.ts';
import { Users } from './users.ts';

/** What a table does beside what its definition says as data. */
export interface Behaviour extends RecordBehaviour, TableBehaviour {
  /** Is called after a record was added, changed or removed, at a time in Unix seconds. */
  readonly onWritten?: (account: Account, id: number, writtenAt: number) => void;
  /** Is called after a record was removed, whoever did it. */
  readonly onRemoved?: (account: Account, id: number) => void;
}

/** State that an account has beside its tables: made at its first use, gone when the account's data is reset. */
export interface StateDefinition<TState, TSaved = unknown> extends SavableState<TState, TSaved> {
  /** As it is at the start, or goes on from what was saved. */
  readonly create: (account: Account, saved: TSaved | undefined) => TState;
}

/** What all accounts of one server share. */
export interface SharedState extends SharedTables {
  /** By the names of their tables. */
  readonly behaviours: Readonly<Record<string, Behaviour>>;
  readonly journalSpace: JournalSpace;
  readonly realTime: RealTime;
  readonly clock: Clock;
  readonly quotaUnits: number;
  readonly config: Config;
  readonly reports: Reports<Account>;
  readonly tokens: Tokens;
  /** Calls that the server knows the answers of, and nothing else. */
  readonly stubNames: ReadonlySet<string>;
  /** Counts the changes of all accounts. */
  readonly changes: { count: number };
  /** Records that every account starts with instead of those of the base. */
  readonly initialData?: SavedData;
  /** Tells those records apart from others. */
  readonly dataDigest?: string;
}

/** Parts of an account that a reset can put back. */
export const resettable = ['data', 'sessions', 'quota', 'journal', 'faults', 'clock'] as const;
export type Resettable = (typeof resettable)[number];

/** The whole state of one client code. Nothing of it is visible to another account. */
export class Account {
  readonly code: string;
  readonly shared: SharedState;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly journal: Journal;
  readonly snapshots: Snapshots;
  /** States that its journal can be asked again from. */
  readonly checkpoints: Checkpoints;
  /** What goes wrong on purpose. */
  faults = new Faults();
  /** What it was asked, and what that cost. */
  readonly usage = new Usage();
  users = new Users();
  lockout = new Lockout();
  quota: Quota;
  operationsLog = new OperationsLog();
  config: Config;
  /** Requests that are using it: meanwhile it must not be forgotten. */
  requestsUnderWay = 0;
  /** Requests, or something else that changes it, came beside others: what came first is not known. */
  isShared = false;
  /** Its shop lives: two lives at once would have one clock. */
  isLiving = false;
  /** What has to be done while everything still is as it was. */
  readonly beforeChange = new Set<() => void>();
  #tables: AccountTables;
  #states: AccountStates;
  readonly #streams = new Map<string, RandomStream>();
  #isChanged = false;
  #changeCount = 0;

  constructor(code: string, shared: SharedState) {
    this.code = code;
    this.shared = shared;
    this.clock = new Clock(shared.realTime, shared.clock);
    const streamOf = (openedIn: string) => new RandomStream(`${shared.shop.seed}/${openedIn}/session`);
    this.sessions = new Sessions(code, streamOf);
    this.journal = new Journal(shared.journalSpace);
    this.quota = new Quota(shared.quotaUnits);
    this.config = shared.config;
    this.snapshots = new Snapshots(shared.initialData);
    this.checkpoints = new Checkpoints(shared.initialData);
    this.#tables = new AccountTables(shared);
    this.#states = new AccountStates();
    if (shared.initialData !== undefined) this.#loadData(shared.initialData);
  }

  /** Something of it differs from the base, so it must not be forgotten. */
  get isChanged(): boolean {
    return this.#isChanged || this.snapshots.size > 0;
  }

  /** About what it holds of its own, in bytes, but for encoded records and the journal, which have bounds of their own. */
  get bytes(): number {
    const { sessions, users, operationsLog, snapshots, checkpoints, faults } = this;
    let bytes = sessions.bytes + users.bytes + operationsLog.bytes + faults.bytes;
    bytes += snapshots.bytes + checkpoints.bytes + this.usage.bytes;
    bytes += this.#tables.bytes + this.#states.bytes;
    // What it was given at its start it shares with all others.
    for (const { bytes: shared } of this.shared.initialData?.tables.values() ?? []) bytes -= shared;
    return Math.max(0, bytes);
  }

  /** How often something of it may have changed. */
  get changeCount(): number {
    return this.#changeCount;
  }

  /** Is called before anything of it changes. */
  changes(): void {
    this.loses();
    this.#isChanged = true;
  }

  /** Something else than a request is changing it. */
  disturb(): void {
    this.checkpoints.expire();
    if (this.requestsUnderWay > 0) this.isShared = true;
  }

  /** Is called before something is taken from it, which alone does not make it differ from the base. */
  loses(): void {
    for (const task of this.beforeChange) task();
    this.shared.changes.count += 1;
    this.#changeCount += 1;
  }

  /** The languages that it has names in. */
  get languages(): Languages {
    return languagesOf(this.table('confParameters').get(1));
  }

  /** Behaviour where sources about Erply disagree. */
  get switches(): Switches {
    return this.config.switches;
  }

  hasModule(name: ModuleName): boolean {
    return !this.config.disabled.has(name);
  }

  /** Unix seconds by the account's clock. */
  now(): number {
    return this.clock.now();
  }

  hasTable(name: string): name is TableName {
    return this.shared.baseTables.has(name);
  }

  table<TName extends TableName>(name: TName): Table<RowOfTable<TName>>;
  table(name: string): Table;
  table(name: string): Table {
    return this.#tables.table(name);
  }

  get tableNames(): readonly string[] {
    return this.shared.baseTables.names;
  }

  /** Finds the rows of a table by filters and in orders. */
  finder(name: string): Finder {
    return this.#tables.finder(name);
  }

  /** The records of a table as answers have them. */
  records(name: string): EncodedRecords {
    return this.#tables.records(name);
  }

  /** State of its own beside its tables. */
  state<TState, TSaved>(definition: StateDefinition<TState, TSaved>): TState {
    return this.#states.get(definition, (saved) => definition.create(this, saved));
  }

  /** A stream of numbers of its own for each purpose, so that one use does not disturb another. */
  random(purpose: string): RandomStream {
    let stream = this.#streams.get(purpose);
    if (stream === undefined) {
      stream = new RandomStream(`${this.shared.shop.seed}/${this.code}/${purpose}`);
      this.#streams.set(purpose, stream);
    }
    return stream;
  }

  /**
   * Adds a record as a user would, and answers its ID. Fields are copied, so that they do not hold their request. Every
   * row knows when it was made and changed, whether or not its records say so.
   */
  insert(tableName: string, fields: Row, user: User): number {
    const table = this.table(tableName);
    this.changes();
    const stamps = { added: this.now(), lastModified: 0, ...userStamp(table, 'added', user) };
    const id = table.insert({
      ...table.behaviour.defaults,
      ...stamps,
      ...structuredClone(storedFields(table, this.#keptNames(table, fields, true), undefined)),
    });
    this.#written(tableName, id);
    return id;
  }

  /** Changes the named fields of a record as a user would. */
  update(
    tableName: string,
    change: { readonly id: number; readonly fields: Row; readonly user: User },
  ): void {
    const table = this.table(tableName);
    this.changes();
    const stamps = { lastModified: this.now(), ...userStamp(table, 'lastModified', change.user) };
    const kept = this.#keptNames(table, change.fields, false);
    const fields = storedFields(table, kept, table.get(change.id));
    table.update(change.id, { ...stamps, ...structuredClone(fields) });
    this.#written(tableName, change.id);
  }

  #keptNames(table: Table, fields: Row, isNew: boolean): Row {
    return keptNames(fields, this.languages.own, { field: ownNameField(table.definition), isNew });
  }

  /** Deletes a record as a user would, and writes it to the operations log where Erply has one for the table. */
  remove(tableName: string, id: number, user: User): void {
    const table = this.table(tableName);
    this.erase(tableName, id);
    this.#written(tableName, id);
    if (table.definition.logged) {
      this.operationsLog.add({ userName: user.userName, timestamp: this.now(), tableName, itemID: id });
    }
  }

  /** Takes a record away with all that is part of it, and nothing else follows. */
  erase(tableName: string, id: number): void {
    this.changes();
    this.table(tableName).remove(id);
    this.#removeChildren(tableName, id);
    this.shared.behaviours[tableName]?.onRemoved?.(this, id);
  }

  /** What is part of a record goes with it, without a word in the log. */
  #removeChildren(parentName: string, parentID: number): void {
    for (const name of this.tableNames) {
      const table = this.table(name);
      for (const [field, parents] of parentsOf(table)) {
        if (!parents.includes(parentName) || parents.some((parent) => this.table(parent).has(parentID)))
          continue;
        for (const id of table.find(field, parentID)) table.remove(id);
      }
    }
  }

  /** All of it but the journal, as it is now: later changes do not show in it. Costs what was changed. */
  save(): SavedAccount {
    return {
      data: this.saveData(),
      sessions: this.sessions.save(),
      lockout: this.lockout.save(),
      faults: this.faults.save(),
      quota: this.quota.save(),
      config: this.config,
      clock: this.clock.save(),
      streams: new Map([...this.#streams].map(([purpose, stream]) => [purpose, stream.save()])),
    };
  }

  /** Changed rows of the tables that are not as they were saved: what another state would hold of its own. */
  changedRowsSince(saved: SavedData | undefined): number {
    return this.#tables.changedRowsSince(saved?.tables);
  }

  saveData(): SavedData {
    return {
      tables: this.#tables.save(),
      states: this.#states.save(),
      operationsLog: this.operationsLog.save(),
      users: this.users.save(),
    };
  }

  /** Goes on from a saved state, of this account or of another one. The journal stays. */
  load(saved: SavedAccount): void {
    this.changes();
    this.disturb();
    this.#loadData(saved.data);
    this.sessions.load(saved.sessions);
    this.lockout.load(saved.lockout);
    this.faults.load(saved.faults);
    this.quota.load(saved.quota);
    this.config = saved.config;
    this.clock.load(saved.clock);
    this.#streams.clear();
    for (const [purpose, state] of saved.streams) this.random(purpose).load(state);
  }

  /** An account of its own that begins as this one is now. What becomes of one of them does not show in the other. */
  copy(): Account {
    const copy = new Account(this.code, this.shared);
    copy.load(this.save());
    return copy;
  }

  /** Takes over the data of a copy that was changed aside, at once and at no cost; the copy is not used any more. */
  adopt(copy: Account): void {
    this.changes();
    this.#tables = copy.#tables;
    this.#states = copy.#states;
    this.operationsLog = copy.operationsLog;
    this.users = copy.users;
  }

  #loadData(saved: SavedData | undefined): void {
    this.#tables = new AccountTables(this.shared, saved?.tables);
    this.#states = new AccountStates(saved?.states);
    this.operationsLog = new OperationsLog();
    this.users = new Users();
    if (saved === undefined) return;
    this.operationsLog.load(saved.operationsLog);
    this.users.load(saved.users);
  }

  reset(what: readonly Resettable[] = resettable): void {
    this.disturb();
    this.loses();
    if (what.includes('data')) this.#loadData(this.shared.initialData);
    if (what.includes('sessions')) {
      this.sessions.clear();
      this.lockout = new Lockout();
    }
    if (what.includes('quota')) this.quota = new Quota(this.shared.quotaUnits);
    if (what.includes('journal')) {
      this.journal.clear();
      this.usage.clear();
    }
    if (what.includes('faults')) this.faults = new Faults();
    if (what.includes('clock')) this.clock.release();
    if (resettable.every((part) => what.includes(part))) {
      this.config = this.shared.config;
      this.#streams.clear();
      // Its keys are those of a new account again, as all that is random.
      this.sessions.restart();
      this.#isChanged = false;
    }
  }

  #written(tableName: string, id: number): void {
    this.shared.behaviours[tableName]?.onWritten?.(this, id, this.now());
  }
}
