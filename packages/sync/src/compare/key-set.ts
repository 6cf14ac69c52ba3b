import { omitUndefined } from '../omit-undefined.ts';
import type { RowKey } from '../readable-sink.ts';
import { IdSet } from './id-set.ts';

/** A set of keys, of records or of amounts. Its memory grows by a bit or so for each. */
export class KeySet {
  /** By warehouse; of records, there is one set. */
  readonly #sets = new Map<number | undefined, IdSet>();

  get size(): number {
    let size = 0;
    for (const ids of this.#sets.values()) size += ids.size;
    return size;
  }

  has({ id, warehouseID }: RowKey): boolean {
    return this.#sets.get(warehouseID)?.has(id) ?? false;
  }

  add({ id, warehouseID }: RowKey): void {
    const ids = this.#sets.get(warehouseID) ?? new IdSet();
    ids.add(id);
    this.#sets.set(warehouseID, ids);
  }

  delete({ id, warehouseID }: RowKey): void {
    this.#sets.get(warehouseID)?.delete(id);
  }

  /** Warehouse by warehouse, in the order of IDs. */
  *[Symbol.iterator](): Generator<RowKey> {
    for (const [warehouseID, ids] of this.#sets)
      for (const id of ids) yield { id, ...omitUndefined({ warehouseID }) };
  }
}
