/** Rows that were chosen, which take some of the memory. */
interface Kept {
  readonly bytes: number;
}

/** Beside its rows and its key, a choice takes this. */
const choiceBytes = 500;

const bytesOf = (key: string, { bytes }: Kept) => choiceBytes + key.length * 2 + bytes;

/** What was chosen, by what was asked for. The least recently used choices are forgotten. */
export class SelectionCache<TSelection extends Kept> {
  readonly #kept = new Map<string, TSelection>();
  readonly #maxBytes: number;
  #bytes = 0;

  /** @param maxBytes What all choices may take together; the newest one is kept in any case. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  get(key: string): TSelection | undefined {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
    }
    return known;
  }

  keep(key: string, selection: TSelection): void {
    if (this.#kept.has(key)) return;
    this.#kept.set(key, selection);
    this.#bytes += bytesOf(key, selection);
    for (const [oldest, one] of this.#kept) {
      if (this.#bytes <= this.#maxBytes || oldest === key) return;
      this.#kept.delete(oldest);
      this.#bytes -= bytesOf(oldest, one);
    }
  }
}
