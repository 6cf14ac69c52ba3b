import type { ErplyClient } from '@erply-kit/client';
import type { calls, InputOf, Status } from '@erply-kit/schemas';

import type { LaneCursor } from './lane-cursor.ts';
import type { Incoming } from './translate.ts';

/** What the lanes use of a client. */
export type SyncClient = Pick<
  ErplyClient,
  | 'bulk'
  | 'getAddresses'
  | 'getBrands'
  | 'getChangedDataSince'
  | 'getCustomerGroups'
  | 'getCustomers'
  | 'getPayments'
  | 'getPriceLists'
  | 'getProductCategories'
  | 'getProductFiles'
  | 'getProductGroups'
  | 'getProductPictures'
  | 'getProductPricesInPriceLists'
  | 'getProductPriorityGroups'
  | 'getProducts'
  | 'getProductsInPriceList'
  | 'getProductStock'
  | 'getProductUnits'
  | 'getPurchaseDocuments'
  | 'getSalesDocuments'
  | 'getSuppliers'
  | 'getUserOperationsLog'
  | 'getVatRates'
  | 'getWarehouses'
  | 'usage'
>;

/** What a lane is asked to read. */
export interface ReadRequest {
  /** Only what was added or changed at or after this second of the server; everything without it. */
  readonly changedSince?: number;
  /** Only the records of these IDs, of a lane that says so by `idsPerRead`: at most as many. */
  readonly ids?: readonly number[];
  /** Where the page after the last committed one begins. */
  readonly from?: LaneCursor;
  readonly signal?: AbortSignal;
}

export interface LanePage<TRecord> {
  readonly records: readonly TRecord[];
  readonly status: Status;
  /** Status of the last answer, where several made the page; `status` is that of the first then. */
  readonly latest?: Status;
  /**
   * How many of the records that hold these were read, from the first page of the pass on: where the server counts
   * those, a product with its pictures for example, and not what is in them.
   */
  readonly holders?: number;
  /** How many of those came with the field that the records come in, from the first page of the pass on. */
  readonly holding?: number;
  /** Absent on the last page. */
  readonly next?: LaneCursor;
}

/** The name of a table in the operations log. */
export type LogTable = InputOf<typeof calls.getUserOperationsLog>['tableName'];

/** A table that getChangedDataSince can be asked about. */
export type ChangedTable = keyof InputOf<typeof calls.getChangedDataSince> extends infer TInput
  ? TInput extends `${infer TTable}ChangedSince`
    ? TTable
    : never
  : never;

/** The operations log says which records are gone; a full read finds what it has forgotten. */
export interface LogDeletions {
  readonly from: 'log';
  readonly table: LogTable;
  /**
   * A full read is due every so many seconds beside: what goes along with its parent, a price with its product, is in
   * no log.
   */
  readonly everySeconds?: number;
}

/** No log has them: only a full read shows which records are gone, so one is due every so many seconds. */
export interface FullReadDeletions {
  readonly from: 'fullRead';
  readonly everySeconds: number;
}

/** Where a lane learns which records are gone. */
export type Deletions = LogDeletions | FullReadDeletions;

/** How much there is to read. */
export interface Counted {
  readonly records: number;
  /** Pages that they come on, where that does not follow from their number. */
  readonly pages: number;
}

/** Copies one kind of record under its ID. */
export interface RecordLane<TRecord = unknown> {
  readonly kind: 'records';
  readonly name: string;
  /** Lanes that are to run before it. */
  readonly after: readonly string[];
  /** Where it learns which records are gone. */
  readonly deletions: Deletions;
  /**
   * Whether the call knows `changedSince`. Without it every pass reads everything: at each run where the log says what
   * is gone, else only when `deletions` says that a full read is due.
   */
  readonly changes: boolean;
  /**
   * The table whose record in getChangedDataSince says whether a pass would find anything: `updated` for what the lane
   * reads, `deleted` for its log. Absent where no table does, so that only the lane's own call can say.
   */
  readonly changedTable?: ChangedTable;
  /** Records on a page. Absent where one answer has them all. */
  readonly pageSize?: number;
  /**
   * The call has page numbers and no offset: a record that is deleted after it was read moves all later ones to the
   * front, and one of them may be on no page. The log says when that happened, and then the pass is read again.
   * @default false
   */
  readonly numberedPages?: boolean;
  /**
   * Its records come inside others, which the server counts: where those have come, the read is whole, also when nothing
   * was in them.
   * @default false
   */
  readonly inside?: boolean;
  /** It is read list by list, each with a page at least: the name of the lane that these lists are. */
  readonly listsOf?: string;
  /** So many IDs can be read at once. Absent where the call takes none: then the list is short, and read whole. */
  readonly idsPerRead?: number;
  /** How many records `read` would give, by a cheap request. */
  count(client: SyncClient, request: ReadRequest): Promise<number | Counted>;
  /** The record's ID as it came, which a broken record may not have. */
  idOf(record: TRecord): unknown;
  /** At least one page, empty or not. */
  read(client: SyncClient, request: ReadRequest): AsyncIterable<LanePage<TRecord>>;
}

/** Copies amounts per product and warehouse. */
export interface StockLane {
  readonly kind: 'stock';
  readonly name: string;
  readonly after: readonly string[];
  /** Which products are gone: they have no amounts. */
  readonly deletions: LogDeletions;
  /** Seconds after which amounts are read in full again, for what `changedSince` cannot tell. */
  readonly fullEverySeconds: number;
  /** Every warehouse of the account, and the server's clock before any amount is read. */
  listWarehouses(client: SyncClient, request: ReadRequest): Promise<{ ids: number[]; status: Status }>;
  /** All amounts of a warehouse that are not 0, as they come. */
  readAll(client: SyncClient, warehouseID: number, request: ReadRequest): AsyncIterable<StockAmount>;
  /** Amounts that moved, zeros included, of several warehouses, and the server's clock in each of the answers. */
  readChanges(
    client: SyncClient,
    warehouseIDs: readonly number[],
    request: ReadRequest,
  ): Promise<{ amounts: StockAmount[]; statuses: Status[] }>;
  /** Amounts of the products `ids`, at most 1,000, in several warehouses, zeros included; not of what has never moved. */
  readProducts(
    client: SyncClient,
    warehouseIDs: readonly number[],
    request: ReadRequest,
  ): Promise<{ amounts: StockAmount[]; statuses: Status[] }>;
}

export interface StockAmount {
  readonly productID: number;
  readonly warehouseID: number;
  readonly amountInStock: number;
  /** Part of `amountInStock` that is promised to customers. Without it, as with one that is not a number, the amount goes aside. */
  readonly amountReserved: number | undefined;
}

/** An amount as a record of the stock lane. */
export function incomingAmount(amount: StockAmount): Incoming {
  const { productID: id, warehouseID } = amount;
  const path = (['amountInStock', 'amountReserved'] as const).find(
    (field) => !Number.isFinite(amount[field]),
  );
  if (!path) return { id, warehouseID, record: amount };
  // What does not fit its definition is left as it was sent, so it may be anything.
  const sent: unknown = amount[path];
  const message = sent === undefined || sent === null || sent === '' ? 'missing' : 'not a number';
  return { id, warehouseID, record: amount, problem: { path, message } };
}

export type Lane = RecordLane | StockLane;

/** Declares a lane of records. What they are matters to the lane only, so the runner does not see it. */
export function defineRecordLane<TRecord>(lane: Omit<RecordLane<TRecord>, 'kind'>): RecordLane {
  return { ...lane, kind: 'records' };
}
