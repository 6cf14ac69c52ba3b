import type { ProductSelection } from './product-selection.ts';

/** What the remembered choices may take together. */
const maxBytes = 16 * 1024 * 1024;

/** What a choice takes beside its products. */
const selectionBytes = 500;

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
    this.#bytes += selectionBytes + selection.bytes;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= maxBytes) return;
      this.#kept.delete(oldest);
      this.#bytes -= selectionBytes + bytes;
    }
  }
}
