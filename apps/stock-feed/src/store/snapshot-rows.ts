import type { FeedKey, FeedRow } from '../feed-row.ts';

/** By product, then by warehouse or group. */
export function compareKeys(one: FeedKey, other: FeedKey): number {
  return one.productID - other.productID || comparePlaces(one, other);
}

function comparePlaces(one: Partial<FeedKey> = {}, other: Partial<FeedKey> = {}): number {
  const byNumber = (one.warehouseID ?? 0) - (other.warehouseID ?? 0);
  if (byNumber !== 0) return byNumber;
  const [group = '', otherGroup = ''] = [one.group, other.group];
  return group === otherGroup ? 0 : group < otherGroup ? -1 : 1;
}

type Place = Omit<FeedRow, 'productID' | 'available' | 'code' | 'code2'>;

/**
 * Rows in columns: some 60 bytes each, where an object takes 100. Texts are shared with whoever gave them.
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
    const slot = this.#slotAt(at);
    const [code, code2] = [this.#codes[slot], this.#code2s[slot]];
    return {
      productID: this.#productIDs[slot] ?? 0,
      ...this.#placeIn(slot),
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
      if (this.#compare(at - 1, this, at) < 0) continue;
      this.#order = Uint32Array.from({ length: this.size }, (_, slot) => slot);
      this.#order.sort((a, b) => this.#compareSlots(a, this, b));
      return;
    }
  }

  /** Both are in order, so one walk finds what is the same, what is new and what is gone. */
  #follow(before: SnapshotRows): { changes: number; removed: FeedKey[] } {
    const removed: FeedKey[] = [];
    let changes = 0;
    let other = 0;
    for (let at = 0; at < this.size; at++) {
      let order = -1;
      while (other < before.size) {
        order = before.#compare(other, this, at);
        if (order >= 0) break;
        removed.push(before.keyAt(other++));
      }
      if (other < before.size && order === 0) {
        if (before.#isSame(other, this, at)) this.#changedAt[at] = before.changedAt(other);
        else changes++;
        other++;
      } else changes++;
    }
    while (other < before.size) removed.push(before.keyAt(other++));
    return { changes, removed };
  }

  /** As `compareKeys`, without an object for each key: a million rows are compared at each refresh. */
  #compare(at: number, other: SnapshotRows, otherAt: number): number {
    return this.#compareSlots(this.#slotAt(at), other, other.#slotAt(otherAt));
  }

  #compareSlots(slot: number, other: SnapshotRows, otherSlot: number): number {
    const byProduct = (this.#productIDs[slot] ?? 0) - (other.#productIDs[otherSlot] ?? 0);
    if (byProduct !== 0) return byProduct;
    return comparePlaces(this.#placeIn(slot), other.#placeIn(otherSlot));
  }

  /** Whether two rows of the same key say the same. */
  #isSame(at: number, other: SnapshotRows, otherAt: number): boolean {
    const [slot, otherSlot] = [this.#slotAt(at), other.#slotAt(otherAt)];
    return (
      this.#available[slot] === other.#available[otherSlot] &&
      this.#codes[slot] === other.#codes[otherSlot] &&
      this.#code2s[slot] === other.#code2s[otherSlot] &&
      this.#placeIn(slot)?.storeCode === other.#placeIn(otherSlot)?.storeCode
    );
  }

  #slotAt(at: number): number {
    return this.#order?.[at] ?? at;
  }

  #placeIn(slot: number): Place | undefined {
    return this.#places[this.#placeOf[slot] ?? 0];
  }
}
