import type { Shop } from '@erply-kit/fixtures';
import type { ModuleName } from '@erply-kit/schemas';

import type { Config } from '../config/config.ts';
import type { Switches } from '../config/switches.ts';
import type { OpeningStock } from '../entities/stock/opening-stock.ts';
import { changesOf, dayOfDocument, isStockDocument } from '../entities/stock/stock-documents.ts';
import type { StockLedger } from '../entities/stock/stock-ledger.ts';
import { StockLevels } from '../entities/stock/stock-levels.ts';
import type { ProductBase } from '../query/base-finder.ts';
import { ProductFinder } from '../query/finder.ts';
import type { Reports } from '../reports/reports.ts';
import type { ShopTables } from '../store/base-tables.ts';
import { RecordPrints } from '../store/encoded-records.ts';
import { newRecord, storableFields } from '../store/joins.ts';
import type { PrintBudget } from '../store/record-cache.ts';
import type { Row, Table } from '../store/table.ts';
import { Clock, type RealTime } from './clock.ts';
import { Journal } from './journal.ts';
import type { JournalSpace } from './journal-space.ts';
import { keptNames, type Languages, languagesOf, ownNameField } from './languages.ts';
import { Lockout } from './lockout.ts';
import { OperationsLog } from './operations-log.ts';
import { Quota } from './quota.ts';
import { RandomStream } from './random-stream.ts';
import { Sessions } from './sessions.ts';
import type { Tokens } from './tokens.ts';
import type { User } from './user.ts';
import { Users } from './users.ts';

/** What all accounts of one server share. */
export interface AccountWorld {
  readonly shop: Shop;
  readonly shopTables: ShopTables;
  readonly openingStock: OpeningStock;
  readonly journalSpace: JournalSpace;
  /** For printed records that are those of one account only. */
  readonly ownPrints: PrintBudget;
  readonly realTime: RealTime;
  readonly clock: Clock;
  readonly quotaUnits: number;
  readonly config: Config;
  readonly reports: Reports;
  readonly tokens: Tokens;
  /** What all accounts share of finding products. */
  readonly productBase: ProductBase;
}

/** Parts of an account that a reset can put back. */
export const resettable = ['data', 'sessions', 'quota', 'journal', 'clock'] as const;
export type Resettable = (typeof resettable)[number];

/** The most characters of a user's name in a field that ends so. */
const userStamps = { Username: 16, UserName: Number.POSITIVE_INFINITY } as const;

/** Who did it, in records that tell. */
function userStamp(table: Table, deed: 'added' | 'lastModified', user: User): Row {
  const shape = table.definition.record().shape;
  const stamps = Object.entries(userStamps).map(
    ([ending, length]) => [`${deed}By${ending}`, length] as const,
  );
  return Object.fromEntries(
    stamps
      .filter(([field]) => Object.hasOwn(shape, field))
      .map(([field, length]) => [field, user.userName.slice(0, length)]),
  );
}

/** The whole state of one client code. Nothing of it is visible to another account. */
export class Account {
  readonly code: string;
  readonly world: AccountWorld;
  readonly clock: Clock;
  readonly sessions = new Sessions();
  readonly journal: Journal;
  users = new Users();
  lockout = new Lockout();
  quota: Quota;
  operationsLog = new OperationsLog();
  stockLevels: StockLevels;
  /** 0 for the opening stock, which all accounts share; after a movement a number that no other stock has. */
  stockVersion = 0;
  config: Config;
  /** Requests that are using it: meanwhile it must not be forgotten. */
  requestsUnderWay = 0;
  /** What has to be done while everything still is as it was. */
  readonly beforeChange = new Set<() => void>();
  #tables = new Map<string, Table>();
  #prints = new Map<string, RecordPrints>();
  #products: ProductFinder | undefined;
  #stock: StockLedger | undefined;
  readonly #streams = new Map<string, RandomStream>();
  #isChanged = false;

  constructor(code: string, world: AccountWorld) {
    this.code = code;
    this.world = world;
    this.clock = new Clock(world.realTime, world.clock);
    this.journal = new Journal(world.journalSpace);
    this.quota = new Quota(world.quotaUnits);
    this.config = world.config;
    this.stockLevels = new StockLevels(world.shop.stock);
  }

  /** Something of it differs from the base, so it must not be forgotten. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** About what it holds of its own, in bytes, but for what is printed and for the journal, which have bounds of their own. */
  get bytes(): number {
    let bytes = this.sessions.bytes + this.users.bytes + this.operationsLog.bytes + this.stockLevels.bytes;
    bytes += this.#stock?.bytes ?? 0;
    for (const table of this.#tables.values()) bytes += table.bytes;
    return bytes;
  }

  /** Is called before anything of it changes. */
  changes(): void {
    for (const task of this.beforeChange) task();
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

  hasTable(name: string): boolean {
    return this.world.shopTables.has(name);
  }

  table(name: string): Table {
    let table = this.#tables.get(name);
    if (table === undefined) {
      table = this.world.shopTables.create(name);
      this.#tables.set(name, table);
    }
    return table;
  }

  get tableNames(): readonly string[] {
    return this.world.shopTables.names;
  }

  /** Finds products by filters and in orders. */
  get products(): ProductFinder {
    this.#products ??= new ProductFinder(this.table('products'), this.world.productBase);
    return this.#products;
  }

  /** What is where, and what it cost. */
  get stock(): StockLedger {
    this.#stock ??= this.world.openingStock.fork();
    return this.#stock;
  }

  /** The printed records of a table. */
  prints(name: string): RecordPrints {
    let prints = this.#prints.get(name);
    if (prints === undefined) {
      prints = new RecordPrints({
        table: this.table(name),
        lookup: (other) => this.table(other),
        shared: this.world.shopTables.sharedPrints(name),
        budget: this.world.ownPrints,
      });
      this.#prints.set(name, prints);
    }
    return prints;
  }

  /** A stream of numbers of its own for each purpose, so that one use does not disturb another. */
  random(purpose: string): RandomStream {
    let stream = this.#streams.get(purpose);
    if (stream === undefined) {
      stream = new RandomStream(`${this.world.shop.seed}/${this.code}/${purpose}`);
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
      ...newRecord(table),
      ...stamps,
      ...structuredClone(storableFields(table, this.#keptNames(table, fields, true))),
    });
    this.#postStock(tableName, id);
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
    const fields = storableFields(table, this.#keptNames(table, change.fields, false));
    table.update(change.id, { ...stamps, ...structuredClone(fields) });
    this.#postStock(tableName, change.id);
  }

  #keptNames(table: Table, fields: Row, isNew: boolean): Row {
    return keptNames(fields, this.languages.own, { field: ownNameField(table.definition), isNew });
  }

  /** Deletes a record as a user would, and writes it to the operations log where Erply has one for the table. */
  remove(tableName: string, id: number, user: User): void {
    const table = this.table(tableName);
    this.changes();
    table.remove(id);
    this.#removeChildren(tableName, id);
    this.#postStock(tableName, id);
    if (table.definition.logged) {
      this.operationsLog.add({ userName: user.userName, timestamp: this.now(), tableName, itemID: id });
    }
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

  /** The product has stock of its own: bundles, matrix products and services have none. */
  hasStock(productID: number): boolean {
    const row = this.table('products').get(productID);
    if (row === undefined) return false;
    return row.type !== 'MATRIX' && row.type !== 'BUNDLE' && row.nonStockProduct !== 1;
  }

  /** Moves stock as a document of the shop would; the product's own timestamps stay. */
  moveStock(movement: { productID: number; warehouseID: number; amount: number; cost?: number }): number {
    this.changes();
    this.stockVersion = this.world.productBase.nextVersion();
    return this.stock.move({ ...movement, timestamp: this.now() });
  }

  reset(what: readonly Resettable[] = resettable): void {
    for (const task of this.beforeChange) task();
    if (what.includes('data')) {
      this.#tables = new Map();
      this.#prints = new Map();
      this.#products = undefined;
      this.operationsLog = new OperationsLog();
      this.#stock = undefined;
      this.stockVersion = 0;
      this.stockLevels = new StockLevels(this.world.shop.stock);
      this.users = new Users();
    }
    if (what.includes('sessions')) {
      this.sessions.clear();
      this.lockout = new Lockout();
    }
    if (what.includes('quota')) this.quota = new Quota(this.world.quotaUnits);
    if (what.includes('journal')) this.journal.clear();
    if (what.includes('clock')) this.clock.release();
    if (resettable.every((part) => what.includes(part))) {
      this.config = this.world.config;
      this.#streams.clear();
      this.#isChanged = false;
    }
  }

  /** Stock follows the documents, whoever writes or deletes them. */
  #postStock(tableName: string, id: number): void {
    if (!isStockDocument(tableName)) return;
    this.stockVersion = this.world.productBase.nextVersion();
    const document = this.table(tableName).get(id);
    const changes = changesOf(tableName, document, (productID) => this.hasStock(productID));
    const now = this.now();
    this.stock.post({ source: { table: tableName, id }, changes, day: dayOfDocument(document, now), now });
  }
}
