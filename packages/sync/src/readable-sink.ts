import type { Sink } from './sink.ts';

/** What a row is found by. */
export interface RowKey {
  readonly id: number;
  /** Stock: the warehouse. With it, the key is both. */
  readonly warehouseID?: number;
}

/** A row as the sink holds it. */
export interface StoredRow<TRow> extends RowKey {
  readonly row: TRow;
  /** Its record is gone from the account. An amount of stock is never removed: it is 0. */
  readonly removed: boolean;
}

/** Which keys to list. */
export interface KeyRange {
  /** The last key of the list before. @default from the first on */
  readonly after?: RowKey;
  /** At most so many. */
  readonly limit: number;
}

/**
 * A sink that can be looked into: what it holds can be compared with what the account has. A dry run, an audit and a
 * repair need one.
 */
export interface ReadableSink<TRow extends RowKey = RowKey> extends Sink<TRow> {
  /** The rows under these keys, removed ones included, in any order; keys without a row are left out. */
  readRows(lane: string, keys: readonly RowKey[]): Promise<StoredRow<TRow>[]>;
  /**
   * Keys of rows that are there: records that are not removed; in the stock lane, amounts that are not 0. In the order
   * of ID and warehouse.
   */
  listKeys(lane: string, range: KeyRange): Promise<RowKey[]>;
  /** Names of the fields in which two rows of one key differ; none where they are equal. Holds no values. */
  differingFields(lane: string, one: TRow, other: TRow): string[];
}
