import { hash } from 'node:crypto';

/** Values that are told apart at a time; older ones would get a new number. */
const maxValues = 1000;

/** About what one takes of the memory. */
const valueBytes = 120;

const keyOf = (value: string) => hash('sha256', value, 'base64url');

/**
 * Numbers that stand for values which are not shown: the same value has the same number. Nothing of the value can be
 * read from it, not even its length, and the values themselves are not kept. Numbers are never used twice.
 */
export class Placeholders {
  readonly #numbers = new Map<string, number>();
  #given = 0;

  /** About what they take of the memory. */
  get bytes(): number {
    return this.#numbers.size * valueBytes;
  }

  numberOf(value: string): number {
    const key = keyOf(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#numbers.size >= maxValues) this.#numbers.clear();
    this.#given += 1;
    this.#numbers.set(key, this.#given);
    return this.#given;
  }

  /** The number of a value that has one. */
  knownNumberOf(value: string): number | undefined {
    return this.#numbers.get(keyOf(value));
  }

  clear(): void {
    this.#numbers.clear();
  }
}
