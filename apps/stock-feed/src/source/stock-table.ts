/** Available quantities (in millionths) by product and column: a warehouse each, or one for all of them together. */
export class StockTable {
  readonly #slots = new Map<number, number>();
  readonly #columns: Float64Array[];
  #capacity = 1024;

  constructor(columns: number) {
    this.#columns = Array.from({ length: columns }, () => this.#empty());
  }

  /** Products that were added. */
  get size(): number {
    return this.#slots.size;
  }

  productIDs(): number[] {
    return [...this.#slots.keys()].sort((a, b) => a - b);
  }

  has(productID: number): boolean {
    return this.#slots.has(productID);
  }

  /** Gives back what is there now. */
  add(column: number, productID: number, millionths: number): number {
    const slot = this.#slotOf(productID);
    const values = this.#columns[column];
    const together = (this.get(column, productID) ?? 0) + millionths;
    if (values) values[slot] = together;
    return together;
  }

  /** Puts a value in the place of what is there; `undefined` takes it away. */
  set(column: number, productID: number, millionths: number | undefined): void {
    const slot = this.#slotOf(productID);
    const values = this.#columns[column];
    if (values) values[slot] = millionths ?? Number.NaN;
  }

  /** `undefined` where nothing was added. */
  get(column: number, productID: number): number | undefined {
    const slot = this.#slots.get(productID);
    const value = slot === undefined ? Number.NaN : (this.#columns[column]?.[slot] ?? Number.NaN);
    return Number.isNaN(value) ? undefined : value;
  }

  #slotOf(productID: number): number {
    const known = this.#slots.get(productID);
    if (known !== undefined) return known;
    const slot = this.#slots.size;
    if (slot === this.#capacity) this.#grow();
    this.#slots.set(productID, slot);
    return slot;
  }

  #grow(): void {
    this.#capacity *= 2;
    for (const [index, values] of this.#columns.entries()) {
      const larger = this.#empty();
      larger.set(values);
      this.#columns[index] = larger;
    }
  }

  #empty(): Float64Array {
    return new Float64Array(this.#capacity).fill(Number.NaN);
  }
}
