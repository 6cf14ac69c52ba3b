import type { BaseStock } from '@erply-kit/fixtures';

/** A change of the quantity on hand of one product in one place. */
export interface StockMovement {
  readonly id: number;
  readonly productID: number;
  readonly warehouseID: number;
  /** Negative when stock goes out. */
  readonly amount: number;
  /** Net cost of one, where it is known. */
  readonly cost?: number;
  /** Unix seconds. */
  readonly timestamp: number;
}

interface Moved {
  readonly amount: number;
  readonly changedAt: number;
}

/** Rounds away binary noise: quantities have at most six decimals. */
export const roundAmount = (amount: number) => Math.round(amount * 1e6) / 1e6;

/** Stock of one account: the base's opening registration of each product and place, and the movements since. */
export class StockLedger {
  readonly #base: BaseStock;
  readonly #baseProducts: number;
  readonly #baseWarehouses: number;
  readonly #movements: StockMovement[] = [];
  readonly #moved = new Map<number, Map<number, Moved>>();

  constructor(base: BaseStock, sizes: { products: number; warehouses: number }) {
    this.#base = base;
    this.#baseProducts = sizes.products;
    this.#baseWarehouses = sizes.warehouses;
  }

  get movements(): readonly StockMovement[] {
    return this.#movements;
  }

  /** Quantity on hand, reserved units included. */
  amountInStock(productID: number, warehouseID: number): number {
    const moved = this.#moved.get(productID)?.get(warehouseID)?.amount ?? 0;
    const opening = this.#isBase(productID, warehouseID)
      ? this.#base.amountInStock(productID, warehouseID)
      : 0;
    return moved === 0 ? opening : roundAmount(opening + moved);
  }

  amountReserved(productID: number, warehouseID: number): number {
    return this.#isBase(productID, warehouseID) ? this.#base.amountReserved(productID, warehouseID) : 0;
  }

  /** When the quantity last moved, in Unix seconds; 0 where it never did. */
  changedAt(productID: number, warehouseID: number): number {
    const moved = this.#moved.get(productID)?.get(warehouseID);
    if (moved !== undefined) return moved.changedAt;
    return this.#isBase(productID, warehouseID) && this.#base.amountInStock(productID, warehouseID) !== 0
      ? this.#base.registeredAt
      : 0;
  }

  /** The opening registration is older than this, so that only movements can have changed something since. */
  isAfterOpening(unixSeconds: number): boolean {
    return unixSeconds > this.#base.registeredAt;
  }

  /** Products that have moved since the opening. */
  movedProducts(): number[] {
    return [...this.#moved.keys()].sort((a, b) => a - b);
  }

  /** The product stands in a document that moved stock. */
  hasTransactions(productID: number): boolean {
    if (this.#moved.has(productID)) return true;
    for (let warehouseID = 1; warehouseID <= this.#baseWarehouses; warehouseID += 1) {
      if (this.#isBase(productID, warehouseID) && this.#base.amountInStock(productID, warehouseID) !== 0)
        return true;
    }
    return false;
  }

  move(movement: Omit<StockMovement, 'id'>): number {
    const id = this.#movements.length + 1;
    this.#post({ id, ...movement });
    return id;
  }

  #isBase(productID: number, warehouseID: number): boolean {
    return productID <= this.#baseProducts && warehouseID <= this.#baseWarehouses;
  }

  #post(movement: StockMovement): void {
    this.#movements.push(movement);
    const places = this.#moved.get(movement.productID) ?? new Map<number, Moved>();
    const amount = roundAmount((places.get(movement.warehouseID)?.amount ?? 0) + movement.amount);
    places.set(movement.warehouseID, { amount, changedAt: movement.timestamp });
    this.#moved.set(movement.productID, places);
  }
}
