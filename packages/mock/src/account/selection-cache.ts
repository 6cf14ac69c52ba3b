/** Lists of IDs that requests have chosen, by everything that they hang on; the least recently used are dropped. */
export class SelectionCache {
  readonly #selections = new Map<string, Int32Array>();
  readonly #maxSelections: number;

  constructor(maxSelections = 16) {
    this.#maxSelections = maxSelections;
  }

  get(key: string, choose: () => Int32Array): Int32Array {
    const known = this.#selections.get(key);
    const selection = known ?? choose();
    this.#selections.delete(key);
    this.#selections.set(key, selection);
    for (const oldest of this.#selections.keys()) {
      if (this.#selections.size <= this.#maxSelections) break;
      this.#selections.delete(oldest);
    }
    return selection;
  }
}
