import { digestOf } from './secret-hash.ts';

/** Values that are told apart at a time; older ones would get a new number. */
const maxValues = 1000;

/** About what one takes of the memory. */
const valueBytes = 120;

/**
 * Numbers that stand for values which are not shown: the same value has the same number. Nothing of the value can be
 * read from it, not even its length, and the values themselves are not kept. Numbers are never used twice.
 */
export class Placeholders {
  readonly #numbers = new Map<string, number>();
  /** Of names and secrets of users, which logins are asked again with: other values do not push them out. */
  readonly #ofUsers = new Map<string, number>();
  #given = 0;

  /** About what they take of the memory. */
  get bytes(): number {
    return (this.#numbers.size + this.#ofUsers.size) * valueBytes;
  }

  /** @param isOfUser It is the name of a user, or a secret. */
  numberOf(value: string, isOfUser: boolean): number {
    const key = digestOf(value);
    const numbers = isOfUser ? this.#ofUsers : this.#numbers;
    let number = this.#known(key);
    if (number === undefined) {
      this.#given += 1;
      number = this.#given;
    } else if (!isOfUser || numbers.has(key)) return number;
    if (numbers.size >= maxValues) numbers.clear();
    numbers.set(key, number);
    return number;
  }

  /** The number of a value that has one. */
  knownNumberOf(value: string): number | undefined {
    return this.#known(digestOf(value));
  }

  /** The number of the first user's name or secret whose digest passes a test. */
  numberOfUsers(isMeant: (digest: string) => boolean): number | undefined {
    for (const [digest, number] of this.#ofUsers) if (isMeant(digest)) return number;
    return undefined;
  }

  clear(): void {
    this.#numbers.clear();
    this.#ofUsers.clear();
  }

  #known(key: string): number | undefined {
    return this.#ofUsers.get(key) ?? this.#numbers.get(key);
  }
}
