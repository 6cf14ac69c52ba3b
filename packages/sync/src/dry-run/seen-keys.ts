import { KeySet } from '../compare/key-set.ts';
import type { RowKey } from '../readable-sink.ts';

/** What the full read, or the numbered pages, of one generation have seen. With a later generation it begins anew. */
export class SeenKeys {
  #generation = 0;
  #keys = new KeySet();
  #warehouses = new Set<number>();

  add(key: RowKey, generation: number): void {
    if (generation !== this.#generation) {
      this.#generation = generation;
      this.#keys = new KeySet();
      this.#warehouses = new Set();
    }
    this.#keys.add(key);
    if (key.warehouseID !== undefined) this.#warehouses.add(key.warehouseID);
  }

  has(key: RowKey, generation: number): boolean {
    return generation === this.#generation && this.#keys.has(key);
  }

  hasWarehouse(warehouseID: number, generation: number): boolean {
    return generation === this.#generation && this.#warehouses.has(warehouseID);
  }

  count(generation: number): number {
    return generation === this.#generation ? this.#keys.size : 0;
  }
}
