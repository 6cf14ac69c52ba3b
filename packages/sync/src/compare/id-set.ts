const idsPerChunk = 1024;

/** A set of IDs that takes a bit for each where they lie close together, as those of an account do. */
export class IdSet {
  readonly #chunks = new Map<number, Uint32Array>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(id: number): boolean {
    const { chunk, word, bit } = placeOf(id);
    return ((this.#chunks.get(chunk)?.[word] ?? 0) & bit) !== 0;
  }

  add(id: number): void {
    if (this.has(id)) return;
    const { chunk, word, bit } = placeOf(id);
    const words = this.#chunks.get(chunk) ?? new Uint32Array(idsPerChunk / 32);
    words[word] = (words[word] ?? 0) | bit;
    this.#chunks.set(chunk, words);
    this.#size += 1;
  }

  delete(id: number): void {
    if (!this.has(id)) return;
    const { chunk, word, bit } = placeOf(id);
    const words = this.#chunks.get(chunk);
    if (words) words[word] = (words[word] ?? 0) & ~bit;
    this.#size -= 1;
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (const chunk of [...this.#chunks.keys()].sort((one, other) => one - other))
      for (let offset = 0; offset < idsPerChunk; offset += 1) {
        const id = chunk * idsPerChunk + offset;
        if (this.has(id)) yield id;
      }
  }
}

/** IDs are safe integers, beyond what bit operations can take. */
function placeOf(id: number) {
  const offset = id % idsPerChunk;
  return { chunk: Math.floor(id / idsPerChunk), word: offset >>> 5, bit: 1 << (offset & 31) };
}
