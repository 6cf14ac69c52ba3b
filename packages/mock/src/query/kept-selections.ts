import type { ProductSelection } from './selection.ts';

/** What the remembered choices may take together. */
const maxBytes = 16 * 1024 * 1024;

/** What a choice takes of the memory: its products, its key and itself. */
export const keptBytes = (key: string, bytes: number) => 500 + key.length * 2 + bytes;

/** Choices of products by what was asked for. The least recently used ones are forgotten. */
export class KeptSelections {
  readonly #kept = new Map<string, ProductSelection>();
  #bytes = 0;

  get(key: string): ProductSelection | undefined {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
    }
    return known;
  }

  keep(key: string, selection: ProductSelection): void {
    if (this.#kept.has(key)) return;
    this.#kept.set(key, selection);
    this.#bytes += keptBytes(key, selection.bytes);
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= maxBytes) return;
      this.#kept.delete(oldest);
      this.#bytes -= keptBytes(oldest, bytes);
    }
  }
}
