/** Slots that a column grows by: nothing is copied, so that a table never takes its place twice. */
const slotsInBlock = 4096;

/** Available quantities (in millionths) by product and column: a warehouse each, or one for all of them together. */
export class StockTable {
  readonly #slots = new Map<number, number>();
  readonly #columns: readonly Float64Array[][];

  constructor(columns: number) {
    this.#columns = Array.from({ length: columns }, () => []);
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
    const together = (this.get(column, productID) ?? 0) + millionths;
    this.#put(column, productID, together);
    return together;
  }

  /** Puts a value in the place of what is there; `undefined` takes it away. */
  set(column: number, productID: number, millionths: number | undefined): void {
    this.#put(column, productID, millionths ?? Number.NaN);
  }

  /** `undefined` where nothing was added. */
  get(column: number, productID: number): number | undefined {
    const slot = this.#slots.get(productID);
    if (slot === undefined) return undefined;
    const value = this.#columns[column]?.[Math.floor(slot / slotsInBlock)]?.[slot % slotsInBlock];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  #put(column: number, productID: number, value: number): void {
    const slot = this.#slotOf(productID);
    const blocks = this.#columns[column];
    if (!blocks) return;
    const at = Math.floor(slot / slotsInBlock);
    // Blocks before it that nothing was put into stay out: an array may have holes.
    blocks[at] ??= new Float64Array(slotsInBlock).fill(Number.NaN);
    blocks[at][slot % slotsInBlock] = value;
  }

  #slotOf(productID: number): number {
    const known = this.#slots.get(productID);
    if (known !== undefined) return known;
    const slot = this.#slots.size;
    this.#slots.set(productID, slot);
    return slot;
  }
}
