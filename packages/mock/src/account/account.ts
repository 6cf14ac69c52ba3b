import type { Shop } from '@erply-kit/fixtures';
import type { ModuleName, RowOfTable, TableName } from '@erply-kit/schemas';

import type { Config } from '../config/config.ts';
import type { Switches } from '../config/switches.ts';
import { Faults } from '../faults/faults.ts';
import { BaseFinder, type SelectionCaches } from '../query/base-finder.ts';
import type { Positions } from '../query/base-orders.ts';
import { Finder } from '../query/finder.ts';
import type { Order } from '../query/order.ts';
import type { Reports } from '../reports/reports.ts';
import type { BaseTables } from '../store/base-tables.ts';
import type { RecordBehaviour } from '../store/behaviour.ts';
import { EncodedRecords } from '../store/encoded-records.ts';
import type { RecordCacheBudget } from '../store/record-cache.ts';
import type { Row } from '../store/row.ts';
import type { Table } from '../store/table.ts';
import { Checkpoints } from './checkpoints.ts';
import { Clock, type RealTime } from './clock.ts';
import { Journal } from './journal.ts';
import type { JournalSpace } from './journal-space.ts';
import { inLanguage, keptNames, type Languages, languagesOf, ownNameField } from './languages.ts';
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
export interface Behaviour extends RecordBehaviour {
  /** Is called after a record was added, changed or removed, at a time in Unix seconds. */
  readonly onWritten?: (account: Account, id: number, writtenAt: number) => void;
  /** An order of the shop's own rows that needs no sorting; `undefined` for all others. */
  readonly arithmeticOrder?: (shop: Shop, order: Order) => Positions | undefined;
}

/** State that an account has beside its tables: made at its first use, gone when the account's data is reset. */
export interface StateDefinition<TState, TSaved = unknown> {
  /** Under which it is saved. */
  readonly name: string;
  /** As it is at the start, or goes on from what was saved. */
  readonly create: (account: Account, saved: TSaved | undefined) => TState;
  /** What JSON can hold of it, so that it can be made again. It must not change afterwards. */
  readonly save: (state: TState) => TSaved;
  /** About what it takes of the memory. */
  readonly bytesOf: (state: TState) => number;
}

/** State of an account by its definition. */
interface KeptState {
  readonly state: unknown;
  readonly save: () => unknown;
  readonly bytes: () => number;
}

/** What all accounts of one server share. */
export interface SharedState {
  readonly shop: Shop;
  readonly baseTables: BaseTables;
  /** By the names of their tables. */
  readonly behaviours: Readonly<Record<string, Behaviour>>;
  readonly selectionCaches: SelectionCaches;
  /** What all accounts share of finding rows, by table; each is made at its first use. */
  readonly baseFinders: Map<string, BaseFinder>;
  readonly journalSpace: JournalSpace;
  /** For encoded records that are those of one account only. */
  readonly ownCacheBudget: RecordCacheBudget;
  readonly realTime: RealTime;
  readonly clock: Clock;
  readonly quotaUnits: number;
  readonly config: Config;
  readonly reports: Reports<Account>;
  readonly tokens: Tokens;
  /** Counts the changes of all accounts. */
  readonly changes: { count: number };
  /** Records that every account starts with instead of those of the base. */
  initialData?: SavedData;
}

/** Parts of an account that a reset can put back. */
export const resettable = ['data', 'sessions', 'quota', 'journal', 'faults', 'clock'] as const;
export type Resettable = (typeof resettable)[number];

/** The whole state of one client code. Nothing of it is visible to another account. */
export class Account {
  readonly code: string;
  readonly shared: SharedState;
  readonly clock: Clock;
  readonly sessions = new Sessions();
  readonly journal: Journal;
  readonly snapshots = new Snapshots();
  /** States that its journal can be asked again from. */
  readonly checkpoints = new Checkpoints();
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
  /** Its shop lives: two lives at once would have one clock. */
  isLiving = false;
  /** What has to be done while everything still is as it was. */
  readonly beforeChange = new Set<() => void>();
  #tables = new Map<string, Table>();
  #records = new Map<string, EncodedRecords>();
  #finders = new Map<string, Finder>();
  /** By the names of their definitions. */
  #states = new Map<string, KeptState>();
  /** State that was saved and has not been asked for since. */
  #savedStates: ReadonlyMap<string, unknown> = new Map();
  readonly #streams = new Map<string, RandomStream>();
  #isChanged = false;
  #changeCount = 0;

  constructor(code: string, shared: SharedState) {
    this.code = code;
    this.shared = shared;
    this.clock = new Clock(shared.realTime, shared.clock);
    this.journal = new Journal(shared.journalSpace);
    this.quota = new Quota(shared.quotaUnits);
    this.config = shared.config;
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
    for (const state of this.#states.values()) bytes += state.bytes();
    for (const table of this.#tables.values()) bytes += table.bytes;
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
    for (const task of this.beforeChange) task();
    this.shared.changes.count += 1;
    this.#changeCount += 1;
    this.#isChanged = true;
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
    let table = this.#tables.get(name);
    if (table === undefined) {
      table = this.shared.baseTables.create(name);
      this.#tables.set(name, table);
    }
    return table;
  }

  get tableNames(): readonly string[] {
    return this.shared.baseTables.names;
  }

  /** Finds the rows of a table by filters and in orders. */
  finder(name: string): Finder {
    let finder = this.#finders.get(name);
    if (finder === undefined) {
      finder = new Finder(this.table(name), this.#baseFinder(name));
      this.#finders.set(name, finder);
    }
    return finder;
  }

  #baseFinder(name: string): BaseFinder {
    const { baseFinders, baseTables, behaviours, selectionCaches: caches, shop } = this.shared;
    let finder = baseFinders.get(name);
    if (finder === undefined) {
      const arithmeticOrder = (order: Order) => behaviours[name]?.arithmeticOrder?.(shop, order);
      finder = new BaseFinder(baseTables.base(name), { caches, arithmeticOrder });
      baseFinders.set(name, finder);
    }
    return finder;
  }

  /** The records of a table as answers have them. */
  records(name: string): EncodedRecords {
    let records = this.#records.get(name);
    if (records === undefined) {
      records = new EncodedRecords({
        table: this.table(name),
        lookup: (other) => this.table(other),
        localize: (row, language, definition) => inLanguage(row, language, ownNameField(definition)),
        shared: this.shared.baseTables.sharedCache(name),
        budget: this.shared.ownCacheBudget,
      });
      this.#records.set(name, records);
    }
    return records;
  }

  /** State of its own beside its tables. */
  state<TState, TSaved>(definition: StateDefinition<TState, TSaved>): TState {
    const { name } = definition;
    const known = this.#states.get(name);
    if (known !== undefined) return known.state as TState;
    const state = definition.create(this, this.#savedStates.get(name) as TSaved | undefined);
    const save = () => definition.save(state);
    this.#states.set(name, { state, save, bytes: () => definition.bytesOf(state) });
    return state;
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
      ...structuredClone(storedFields(table, this.#keptNames(table, fields, true))),
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
    const fields = storedFields(table, this.#keptNames(table, change.fields, false));
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
  }

  /** What is part of a record goes with it, without a word in the log. */
  #removeChildren(parentName: string, parentID: number): void {
    for (const name of this.tableNames) {
      const table = this.table(name);
      for (const [field, parent] of Object.entries(table.definition.parents ?? {})) {
        if (parent === parentName) for (const id of table.find(field, parentID)) table.remove(id);
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

  saveData(): SavedData {
    const changed = [...this.#tables].filter(([, { version }]) => version > 0);
    const states = [...this.#states].map(([name, { save }]): [string, unknown] => [name, save()]);
    return {
      tables: new Map(changed.map(([name, table]) => [name, table.save()])),
      states: new Map([...this.#savedStates, ...states]),
      operationsLog: this.operationsLog.save(),
      users: this.users.save(),
    };
  }

  /** Goes on from a saved state, of this account or of another one. The journal stays. */
  load(saved: SavedAccount): void {
    this.changes();
    this.checkpoints.expire();
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
    this.#records = new Map();
    this.#finders = new Map();
    this.#states = copy.#states;
    this.#savedStates = copy.#savedStates;
    this.operationsLog = copy.operationsLog;
    this.users = copy.users;
  }

  #loadData(saved: SavedData | undefined): void {
    this.#tables = new Map();
    this.#records = new Map();
    this.#finders = new Map();
    this.#states = new Map();
    this.#savedStates = saved?.states ?? new Map();
    for (const [name, table] of saved?.tables ?? []) this.table(name).load(table);
    this.operationsLog = new OperationsLog();
    this.users = new Users();
    if (saved === undefined) return;
    this.operationsLog.load(saved.operationsLog);
    this.users.load(saved.users);
  }

  reset(what: readonly Resettable[] = resettable): void {
    this.checkpoints.expire();
    for (const task of this.beforeChange) task();
    this.shared.changes.count += 1;
    this.#changeCount += 1;
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
      this.#isChanged = false;
    }
  }

  #written(tableName: string, id: number): void {
    this.shared.behaviours[tableName]?.onWritten?.(this, id, this.now());
  }
}
