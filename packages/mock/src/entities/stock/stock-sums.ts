import { roundAmount } from './stock-movement.ts';

interface Sum {
  readonly amount: number;
  readonly changedAt: number;
}

/** A quantity of one product in one warehouse. */
interface Quantity {
  readonly productID: number;
  readonly warehouseID: number;
  readonly amount: number;
}

/** When a quantity last became another. */
export interface ChangeTime {
  readonly productID: number;
  readonly warehouseID: number;
  /** Unix seconds. */
  readonly changedAt: number;
}

/** Sums of products by warehouse, as they were at one moment. */
export type SavedSums = readonly (readonly [
  productID: number,
  byWarehouse: readonly (readonly [warehouseID: number, sum: Sum])[],
])[];

/**
 * Running sums by product and warehouse, and when each of them last became another. They may go on from sums that others
 * share: those stay as they are.
 */
export class StockSums {
  readonly #sums = new Map<number, Map<number, Sum>>();
  readonly #shared: StockSums | undefined;
  #size = 0;

  constructor(shared?: StockSums) {
    this.#shared = shared;
  }

  /** Sums that are not as the shared ones. */
  get size(): number {
    return this.#size;
  }

  amount(productID: number, warehouseID: number): number {
    return this.#sum(productID, warehouseID)?.amount ?? 0;
  }

  /** Unix seconds; `undefined` where nothing ever changed. */
  changedAt(productID: number, warehouseID: number): number | undefined {
    return this.#sum(productID, warehouseID)?.changedAt;
  }

  /** Products of which something has changed; one may come twice. */
  *products(): Iterable<number> {
    if (this.#shared !== undefined) yield* this.#shared.products();
    yield* this.#sums.keys();
  }

  /** Products of which something is not as the shared sums have it. */
  ownProducts(): Iterable<number> {
    return this.#sums.keys();
  }

  /** When each of them last changed, by product and warehouse; those that are not as the shared sums have them, or all. */
  changeTimes(onlyOwn: boolean): ChangeTime[] {
    const own = [...this.#sums].flatMap(([productID, byWarehouse]) =>
      [...byWarehouse].map(([warehouseID, { changedAt }]) => ({ productID, warehouseID, changedAt })),
    );
    const shared = onlyOwn ? [] : (this.#shared?.changeTimes(false) ?? []);
    const isOwn = ({ productID, warehouseID }: ChangeTime) => this.#sums.get(productID)?.has(warehouseID);
    return [...own, ...shared.filter((time) => isOwn(time) !== true)].sort(
      (one, other) => one.productID - other.productID || one.warehouseID - other.warehouseID,
    );
  }

  /** Says when a quantity last changed; it stays what it is. */
  setChangeTime({ productID, warehouseID, changedAt }: ChangeTime): void {
    this.#set({ productID, warehouseID, amount: this.amount(productID, warehouseID) }, changedAt);
  }

  /** Adds quantities that change together: where they cancel out, nothing has changed. */
  add(quantities: readonly Quantity[], now: number): void {
    const [only] = quantities;
    if (quantities.length === 1 && only !== undefined) {
      if (only.amount !== 0) this.#add(only, now);
      return;
    }
    const changes = new Map<string, Quantity>();
    for (const quantity of quantities) {
      const key = `${quantity.productID}/${quantity.warehouseID}`;
      const amount = roundAmount((changes.get(key)?.amount ?? 0) + quantity.amount);
      changes.set(key, { ...quantity, amount });
    }
    for (const change of changes.values()) if (change.amount !== 0) this.#add(change, now);
  }

  /** What does not come from the shared sums. */
  save(): SavedSums {
    return [...this.#sums].map(([productID, byWarehouse]) => [productID, [...byWarehouse]]);
  }

  load(saved: SavedSums): void {
    for (const [productID, byWarehouse] of saved)
      for (const [warehouseID, { amount, changedAt }] of byWarehouse)
        this.#set({ productID, warehouseID, amount }, changedAt);
  }

  #add({ productID, warehouseID, amount }: Quantity, now: number): void {
    const before = this.amount(productID, warehouseID);
    this.#set({ productID, warehouseID, amount: roundAmount(before + amount) }, now);
  }

  #set({ productID, warehouseID, amount }: Quantity, changedAt: number): void {
    const byWarehouse = this.#sums.get(productID) ?? new Map<number, Sum>();
    this.#sums.set(productID, byWarehouse);
    if (!byWarehouse.has(warehouseID)) this.#size += 1;
    byWarehouse.set(warehouseID, { amount, changedAt });
  }

  #sum(productID: number, warehouseID: number): Sum | undefined {
    const own = this.#sums.get(productID)?.get(warehouseID);
    if (own !== undefined) return own;
    return this.#shared === undefined ? undefined : this.#shared.#sum(productID, warehouseID);
  }
}
