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

  constructor(shared?: StockSums) {
    this.#shared = shared;
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

  /** Adds quantities that change together: where they cancel out, nothing has changed. */
  add(quantities: readonly Quantity[], now: number): void {
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
    for (const [productID, byWarehouse] of saved) this.#sums.set(productID, new Map(byWarehouse));
  }

  #add({ productID, warehouseID, amount }: Quantity, now: number): void {
    const byWarehouse = this.#sums.get(productID) ?? new Map<number, Sum>();
    this.#sums.set(productID, byWarehouse);
    const before = this.amount(productID, warehouseID);
    byWarehouse.set(warehouseID, { amount: roundAmount(before + amount), changedAt: now });
  }

  #sum(productID: number, warehouseID: number): Sum | undefined {
    const own = this.#sums.get(productID)?.get(warehouseID);
    if (own !== undefined) return own;
    return this.#shared === undefined ? undefined : this.#shared.#sum(productID, warehouseID);
  }
}
