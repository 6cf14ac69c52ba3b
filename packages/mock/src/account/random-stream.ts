/** How far its state moves with each number. */
const step = 0x6d2b79f5;

/** A stream of numbers that depends on its name alone: the same seed, account and purpose give the same stream. */
export class RandomStream {
  #state: number;

  constructor(name: string) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < name.length; index += 1) {
      hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
    }
    this.#state = hash >>> 0;
  }

  /** How far it has come. */
  save(): number {
    return this.#state;
  }

  load(state: number): void {
    this.#state = state;
  }

  /** Goes on as if so many numbers had been taken. */
  skip(count: number): void {
    this.#state = (this.#state + Math.imul(count, step)) >>> 0;
  }

  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number {
    // mulberry32: small, fast and well spread; nothing secret is made with it.
    this.#state = (this.#state + step) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  }
}
