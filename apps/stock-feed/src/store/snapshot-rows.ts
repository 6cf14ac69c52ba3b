import type { FeedKey, FeedRow } from '../feed-row.ts';

/** By product, then by warehouse or group. */
export function compareKeys(one: FeedKey, other: FeedKey): number {
  const byNumber = one.productID - other.productID || (one.warehouseID ?? 0) - (other.warehouseID ?? 0);
  if (byNumber !== 0) return byNumber;
  const [group = '', otherGroup = ''] = [one.group, other.group];
  return group === otherGroup ? 0 : group < otherGroup ? -1 : 1;
}

type Place = Omit<FeedRow, 'productID' | 'available' | 'code' | 'code2'>;

/**
 * Rows in columns: some 40 bytes each, where an object takes 100. Texts are shared with whoever gave them.
 */
export class SnapshotRows {
  readonly #productIDs: number[] = [];
  readonly #available: number[] = [];
  readonly #codes: (string | undefined)[] = [];
  readonly #code2s: (string | undefined)[] = [];
  readonly #placeOf: number[] = [];
  readonly #places: Place[] = [];
  readonly #placeNumbers = new Map<string, number>();
  #changedAt = new Float64Array(0);
  /** Where the rows stand when they came in another order. */
  #order: Uint32Array | undefined;

  get size(): number {
    return this.#productIDs.length;
  }

  add(row: FeedRow): void {
    this.#productIDs.push(row.productID);
    this.#available.push(row.available);
    this.#placeOf.push(this.#numberOf(row));
    this.#codes.push(row.code);
    this.#code2s.push(row.code2);
  }

  /** There are no more rows: brings them into order, and says when each has changed, going by the rows before. */
  finish(before: SnapshotRows | undefined, sequence: number): { changes: number; removed: FeedKey[] } {
    this.#sort();
    this.#changedAt = new Float64Array(this.size).fill(sequence);
    return before ? this.#follow(before) : { changes: this.size, removed: [] };
  }

  /** The sequence of the state in which the row became what it is. */
  changedAt(at: number): number {
    return this.#changedAt[at] ?? 0;
  }

  keyAt(at: number): FeedKey {
    const { productID, warehouseID, group } = this.rowAt(at);
    return {
      productID,
      ...(warehouseID !== undefined && { warehouseID }),
      ...(group !== undefined && { group }),
    };
  }

  rowAt(at: number): FeedRow {
    const slot = this.#order?.[at] ?? at;
    const [code, code2] = [this.#codes[slot], this.#code2s[slot]];
    return {
      productID: this.#productIDs[slot] ?? 0,
      ...this.#places[this.#placeOf[slot] ?? 0],
      available: this.#available[slot] ?? 0,
      ...(code !== undefined && { code }),
      ...(code2 !== undefined && { code2 }),
    };
  }

  #numberOf({ warehouseID, group, storeCode }: FeedRow): number {
    const name = `${warehouseID ?? ''} ${group ?? ''}`;
    const known = this.#placeNumbers.get(name);
    if (known !== undefined) return known;
    this.#placeNumbers.set(name, this.#places.length);
    return (
      this.#places.push({
        ...(warehouseID !== undefined && { warehouseID }),
        ...(group !== undefined && { group }),
        ...(storeCode !== undefined && { storeCode }),
      }) - 1
    );
  }

  #sort(): void {
    for (let at = 1; at < this.size; at++) {
      if (compareKeys(this.keyAt(at - 1), this.keyAt(at)) < 0) continue;
      const keys = Array.from({ length: this.size }, (_, slot) => this.keyAt(slot));
      const slots = keys.map((_, slot) => slot);
      this.#order = Uint32Array.from(
        slots.sort((a, b) => compareKeys(keys[a] as FeedKey, keys[b] as FeedKey)),
      );
      return;
    }
  }

  /** Both are in order, so one walk finds what is the same, what is new and what is gone. */
  #follow(before: SnapshotRows): { changes: number; removed: FeedKey[] } {
    const removed: FeedKey[] = [];
    let changes = 0;
    let other = 0;
    for (let at = 0; at < this.size; at++) {
      const row = this.rowAt(at);
      let order = -1;
      while (other < before.size) {
        order = compareKeys(before.keyAt(other), row);
        if (order >= 0) break;
        removed.push(before.keyAt(other++));
      }
      if (other < before.size && order === 0) {
        if (isSame(before.rowAt(other), row)) this.#changedAt[at] = before.changedAt(other);
        else changes++;
        other++;
      } else changes++;
    }
    while (other < before.size) removed.push(before.keyAt(other++));
    return { changes, removed };
  }
}

function isSame(one: FeedRow, other: FeedRow): boolean {
  return (
    one.available === other.available &&
    one.code === other.code &&
    one.code2 === other.code2 &&
    one.storeCode === other.storeCode
  );
}
