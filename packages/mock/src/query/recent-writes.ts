/** So many writes are known by their rows. */
const maxKnown = 1000;

/** Which rows were written last. */
export class RecentWrites {
  #ids: number[] = [];
  #forgotten = 0;

  /** Writes that have been made. */
  get count(): number {
    return this.#forgotten + this.#ids.length;
  }

  add(id: number): void {
    this.#ids.push(id);
    if (this.#ids.length < 2 * maxKnown) return;
    this.#ids = this.#ids.slice(maxKnown);
    this.#forgotten += maxKnown;
  }

  /** Rows that were written after the first `count` writes; `undefined` when that is too long ago. */
  since(count: number): ReadonlySet<number> | undefined {
    if (count < this.#forgotten) return undefined;
    return new Set(this.#ids.slice(count - this.#forgotten));
  }
}
