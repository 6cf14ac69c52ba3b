import type { BaseStock } from '@erply-kit/fixtures';

export type StockLevel = 'reorderPoint' | 'restockLevel';

/** About what the levels of a product take of the memory. */
const productBytes = 1000;

/** Levels of products, by level and location, as they were at one moment. */
export type SavedLevels = readonly (readonly [
  productID: number,
  levels: readonly (readonly [levelAndWarehouse: string, amount: number])[],
])[];

/** The levels that others go on from. */
type BaseLevels = Pick<BaseStock, StockLevel>;

/** When a product should be ordered in each location, and up to which quantity: the base's, and what was saved since. */
export class StockLevels {
  readonly #base: BaseLevels;
  readonly #saved = new Map<number, Map<string, number>>();

  constructor(base: BaseLevels) {
    this.#base = base;
  }

  /** About what they take of the memory. */
  get bytes(): number {
    return this.#saved.size * productBytes;
  }

  save(): SavedLevels {
    return [...this.#saved].map(([productID, levels]) => [productID, [...levels]]);
  }

  load(saved: SavedLevels): void {
    for (const [productID, levels] of saved) this.#saved.set(productID, new Map(levels));
  }

  /** Products and locations that levels were saved of. */
  *saved(): Iterable<readonly [productID: number, warehouseID: number]> {
    for (const [productID, levels] of this.#saved) {
      const warehouseIDs = [...levels.keys()].map((key) => Number(key.replace(/^\D+/, '')));
      for (const warehouseID of new Set(warehouseIDs)) yield [productID, warehouseID];
    }
  }

  reorderPoint(productID: number, warehouseID: number): number {
    return this.get('reorderPoint', productID, warehouseID);
  }

  restockLevel(productID: number, warehouseID: number): number {
    return this.get('restockLevel', productID, warehouseID);
  }

  /** 0 where nobody said. */
  get(level: StockLevel, productID: number, warehouseID: number): number {
    const saved = this.#saved.get(productID)?.get(`${level}${warehouseID}`);
    return saved ?? this.#base[level](productID, warehouseID);
  }

  /** Sets a level in the named locations. */
  set(level: StockLevel, productID: number, values: Readonly<Record<string, number>>): void {
    const saved = this.#saved.get(productID) ?? new Map<string, number>();
    this.#saved.set(productID, saved);
    for (const [warehouseID, value] of Object.entries(values)) saved.set(`${level}${warehouseID}`, value);
  }
}
