/** Keys that are remembered at a time. */
const maxKeys = 200;

/** About what one takes of the memory. */
const keyBytes = 250;

/** What was last known of each of the keys that came lately. */
export class RecentKeys<TValue> {
  readonly #values = new Map<string, TValue>();

  /** About what they take of the memory. */
  get bytes(): number {
    return this.#values.size * keyBytes;
  }

  get(key: string): TValue | undefined {
    return this.#values.get(key);
  }

  /** Makes the key the last one, and forgets the first one where there are too many. */
  set(key: string, value: TValue): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.size > maxKeys ? this.#values.keys() : [];
    if (oldest !== undefined) this.#values.delete(oldest);
  }

  clear(): void {
    this.#values.clear();
  }
}
