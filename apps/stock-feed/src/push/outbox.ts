import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

import { feedItem } from '../feed-item.ts';
import type { FeedManifest } from '../feed-manifest.ts';
import type { FeedRow } from '../feed-row.ts';
import { outboxFailure } from './outbox-failure.ts';
import type { Batch } from './send-batch.ts';

/** What is kept of the reading that was taken over last. */
export type ReadingMeta = Pick<
  FeedManifest,
  'generatedAt' | 'clientCode' | 'warehouses' | 'policy' | 'groups'
>;

/** How a reading is taken over. */
export interface TakeOver {
  readonly meta: ReadingMeta;
  /** Everything is sent, whether it has changed or not. */
  readonly full: boolean;
}

/** Rows that are put into the database together. */
const rowsAtOnce = 5000;

const itemKey = 'product_id, warehouse_id, group_name';
const isRead = `EXISTS (SELECT 1 FROM temp.feed WHERE (feed.product_id, feed.warehouse_id, feed.group_name)
  = (items.product_id, items.warehouse_id, items.group_name))`;

/**
 * What a receiver has acknowledged of each item, what is under way to it, and what is to come. `acknowledged_in` is the
 * sequence of the last delivery that was acknowledged; it is -1 where an item was refused and nobody knows what the
 * receiver has kept.
 */
export class Outbox implements Disposable {
  readonly path: string;
  readonly #database: DatabaseSync;
  #rows: [number, number, string, string][] = [];

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.path = path;
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }

  /** What was read before, if anything was. */
  get meta(): ReadingMeta | undefined {
    const { meta } = this.#one('SELECT meta FROM state');
    return typeof meta === 'string' ? JSON.parse(meta) : undefined;
  }

  /** Forgets a reading that was not taken over, and begins one. It does not change what is kept until `takeOver`. */
  beginReading(): void {
    this.#rows = [];
    this.#step(() =>
      this.#database.exec(`
        DROP TABLE IF EXISTS temp.feed;
        CREATE TEMP TABLE feed (product_id INTEGER, warehouse_id INTEGER, group_name TEXT, value TEXT,
          PRIMARY KEY (${itemKey})) STRICT, WITHOUT ROWID`),
    );
  }

  /** Adds a row to the reading. */
  read(row: FeedRow): void {
    const { productID, warehouseID = 0, group = '' } = row;
    this.#rows.push([productID, warehouseID, group, JSON.stringify(feedItem(row))]);
    if (this.#rows.length >= rowsAtOnce) this.#flush();
  }

  /** What the receiver has, as far as it has said so. */
  *acknowledged(): Generator<FeedRow> {
    const found = this.#database.prepare('SELECT acknowledged FROM items WHERE available > 0').iterate();
    for (const one of found) yield JSON.parse(String(one.acknowledged));
  }

  /**
   * Makes the reading what the receiver is to have: of each item that differs, the newest quantity is pending. Nothing
   * may be under way.
   */
  takeOver({ meta, full }: TakeOver, nowMs: number): void {
    this.#flush();
    this.#step(() => {
      if (full) this.#run('UPDATE state SET full_since = max(last_sequence + 1, ?)', nowMs);
      this.#run('UPDATE state SET meta = ?', JSON.stringify(meta));
      // Of an unfinished full push, what was acknowledged before it began counts as not sent.
      const since = Number(this.#one('SELECT full_since FROM state').full_since ?? 0);
      this.#run(
        `INSERT INTO items (${itemKey}, pending) SELECT ${itemKey}, value FROM temp.feed WHERE true
         ON CONFLICT DO UPDATE SET
           pending = iif(excluded.pending = acknowledged AND acknowledged_in >= ?, NULL, excluded.pending)`,
        since,
      );
      this.#run(`DELETE FROM items WHERE acknowledged IS NULL AND NOT ${isRead}`);
      this.#run(`UPDATE items SET pending = json_set(acknowledged, '$.available', 0, '$.removed', json('true'))
        WHERE acknowledged IS NOT NULL AND NOT ${isRead}`);
    });
  }

  /** Items that are still to be sent. */
  get pending(): number {
    return Number(this.#one('SELECT count(*) AS count FROM items WHERE pending IS NOT NULL').count);
  }

  /** The batch that was sent and not acknowledged, if there is one. */
  underWay(): Batch | undefined {
    const [batch] = this.#all('SELECT sequence, body FROM batches');
    return batch && this.#batchOf(Number(batch.sequence), String(batch.body));
  }

  /**
   * Puts pending items under way; `undefined` when nothing is to be sent. Its sequence is above that of all before, also
   * of an outbox that was lost: it is the time in milliseconds, and one more where the clock was set back.
   */
  cutBatch(size: number, nowMs: number): Batch | undefined {
    return this.#step(() => {
      const {
        sequence,
        full_since: fullSince,
        client_code: clientCode,
      } = this.#one(
        'SELECT max(last_sequence + 1, coalesce(full_since, 0), ?) AS sequence, full_since, client_code FROM state',
        nowMs,
      );
      this.#run(
        `UPDATE items SET sending = pending, pending = NULL WHERE (${itemKey}) IN
          (SELECT ${itemKey} FROM items WHERE pending IS NOT NULL ORDER BY ${itemKey} LIMIT ?)`,
        size,
      );
      const items = this.#all(`SELECT sending FROM items WHERE sending IS NOT NULL ORDER BY ${itemKey}`);
      const endsFull = fullSince !== null && this.pending === 0;
      if (items.length === 0 && !endsFull) return undefined;
      const head = JSON.stringify({
        type: 'stock.changed',
        timestamp: this.meta?.generatedAt,
        data: { sequence, clientCode, ...(endsFull && { replacesBefore: fullSince }) },
      });
      // The items are JSON already.
      const body = `${head.slice(0, -2)},"items":[${items.map((one) => one.sending).join(',')}]}}`;
      this.#run('INSERT INTO batches VALUES (?, ?, ?)', Number(sequence), body, Number(endsFull));
      this.#run('UPDATE state SET last_sequence = ?', Number(sequence));
      return this.#batchOf(Number(sequence), body);
    });
  }

  /** The receiver has it. */
  acknowledge({ sequence }: Batch): void {
    this.#step(() => {
      this.#run('UPDATE state SET full_since = NULL WHERE EXISTS (SELECT 1 FROM batches WHERE ends_full)');
      this.#run(`DELETE FROM items WHERE json_extract(sending, '$.removed')`);
      this.#run(
        `UPDATE items SET acknowledged = sending, available = json_extract(sending, '$.available'),
          acknowledged_in = ?, sending = NULL WHERE sending IS NOT NULL`,
        sequence,
      );
      this.#run('DELETE FROM batches');
    });
  }

  /** The receiver has refused it: its items are sent again in a new one. Whether it kept any of them is not known. */
  takeBack(): void {
    this.#step(() => {
      this.#run(`UPDATE items SET pending = sending, acknowledged = coalesce(acknowledged, sending),
        acknowledged_in = -1, sending = NULL WHERE sending IS NOT NULL`);
      this.#run('DELETE FROM batches');
    });
  }

  #batchOf(sequence: number, body: string): Batch {
    const { outbox_id: outboxID } = this.#one('SELECT outbox_id FROM state');
    return { sequence, id: `stock-${outboxID}-${sequence}`, body };
  }

  #flush(): void {
    if (this.#rows.length === 0) return;
    this.#step(() => {
      const insert = this.#database.prepare('INSERT INTO temp.feed VALUES (?, ?, ?, ?)');
      for (const row of this.#rows) insert.run(...row);
    });
    this.#rows = [];
  }

  /** One transaction: it is on the disk when this returns, or nothing of it has happened. */
  #step<TResult>(action: () => TResult): TResult {
    try {
      this.#database.exec('BEGIN');
      const result = action();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw outboxFailure(error, this.path);
    }
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#database.prepare(sql).run(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#database.prepare(sql).all(...values);
  }

  #one(sql: string, ...values: SQLInputValue[]): Record<string, unknown> {
    return this.#all(sql, ...values)[0] ?? {};
  }
}
