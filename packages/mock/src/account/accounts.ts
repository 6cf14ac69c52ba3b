import { Account, type AccountWorld } from './account.ts';

const codePattern = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * All accounts of one server. Any code is accepted and answered from the shared base; it is kept from its first login
 * or control write on, so requests that nobody has authenticated cost no memory.
 */
export class Accounts {
  readonly #kept = new Map<string, Account>();
  readonly #world: AccountWorld;
  readonly #only: ReadonlySet<string> | undefined;
  readonly #max: number;

  constructor(world: AccountWorld, options: { only?: readonly string[] | undefined; max: number }) {
    this.#world = world;
    this.#only = options.only === undefined ? undefined : new Set(options.only);
    this.#max = options.max;
  }

  /** The account of a client code, or `undefined` where there is none (1001). */
  find(code: string): Account | undefined {
    if (!codePattern.test(code) || this.#only?.has(code) === false) return undefined;
    const kept = this.#kept.get(code);
    if (kept === undefined) return new Account(code, this.#world);
    // The newest use stands last.
    this.#kept.delete(code);
    this.#kept.set(code, kept);
    return kept;
  }

  isKept(code: string): boolean {
    return this.#kept.has(code);
  }

  /** Keeps an account from now on. */
  keep(account: Account): void {
    this.#kept.delete(account.code);
    this.#kept.set(account.code, account);
    for (const [code, other] of this.#kept) {
      if (this.#kept.size <= this.#max) return;
      if (!other.isChanged && code !== account.code) this.#kept.delete(code);
    }
  }

  forget(code: string): boolean {
    return this.#kept.delete(code);
  }

  list(): readonly Account[] {
    return [...this.#kept.values()];
  }
}
