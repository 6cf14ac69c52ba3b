/**
 * Printed records by ID. Two generations: when the younger one is full, it takes the place of the older one, whose
 * records are dropped unless they were asked for again meanwhile.
 */
export class PrintCache {
  #young = new Map<number, Buffer>();
  #old = new Map<number, Buffer>();
  #youngBytes = 0;
  readonly #generationBytes: number;

  constructor(maxBytes: number) {
    this.#generationBytes = maxBytes / 2;
  }

  get(id: number): Buffer | undefined {
    const young = this.#young.get(id);
    if (young !== undefined) return young;
    const old = this.#old.get(id);
    if (old !== undefined) this.set(id, old);
    return old;
  }

  set(id: number, printed: Buffer): void {
    if (this.#youngBytes + printed.length > this.#generationBytes) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngBytes = 0;
    }
    this.#young.set(id, printed);
    this.#youngBytes += printed.length;
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#youngBytes = 0;
  }
}
