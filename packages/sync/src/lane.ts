import type { ErplyClient, PageCursor } from '@erply-kit/client';
import type { calls, InputOf, Status } from '@erply-kit/schemas';

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
  | 'getProductGroups'
  | 'getProducts'
  | 'getProductStock'
  | 'getPurchaseDocuments'
  | 'getSalesDocuments'
  | 'getUserOperationsLog'
  | 'getWarehouses'
  | 'usage'
>;

/** What a lane is asked to read. */
export interface ReadRequest {
  /** Only what was added or changed at or after this second of the server; everything without it. */
  readonly changedSince?: number;
  /** Where the page after the last committed one begins. */
  readonly from?: PageCursor;
  readonly signal?: AbortSignal;
}

export interface LanePage<TRecord> {
  readonly records: readonly TRecord[];
  readonly status: Status;
  /** Status of the last answer, where several made the page; `status` is that of the first then. */
  readonly latest?: Status;
  /** Absent on the last page. */
  readonly next?: PageCursor;
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
}

/** No log has them: only a full read shows which records are gone, so one is due every so many seconds. */
export interface FullReadDeletions {
  readonly from: 'fullRead';
  readonly everySeconds: number;
}

/** Where a lane learns which records are gone. */
export type Deletions = LogDeletions | FullReadDeletions;

/** Copies one kind of record under its ID. */
export interface RecordLane<TRecord = unknown> {
  readonly kind: 'records';
  readonly name: string;
  /** Lanes that are to run before it. */
  readonly after: readonly string[];
  /** Where it learns which records are gone. */
  readonly deletions: Deletions;
  /** Whether the call knows `changedSince`. Without it every pass reads everything. */
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
  /** How many records `read` would give, by one cheap request. */
  count(client: SyncClient, request: ReadRequest): Promise<number>;
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
