import { ownText } from '../wire/own-text.ts';
import { Account, type AccountWorld } from './account.ts';

const codePattern = /^[A-Za-z0-9_-]{1,32}$/;

/** Accounts that somebody has only knocked at, remembered at a time. */
const maxStrangers = 100;

/** Makes an account the one that was used last. */
function touch(accounts: Map<string, Account>, account: Account): void {
  accounts.delete(account.code);
  accounts.set(account.code, account);
}

/**
 * All accounts of one server. Any code is accepted and answered from the shared base; it is kept from its first login
 * or control write on. Of those before that only the last few are remembered, with their wrong passwords, quota and
 * journal: requests that nobody has authenticated must not fill the memory.
 */
export class Accounts {
  readonly #kept = new Map<string, Account>();
  readonly #strangers = new Map<string, Account>();
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
    if (kept !== undefined) {
      touch(this.#kept, kept);
      return kept;
    }
    const stranger = this.#strangers.get(code) ?? new Account(ownText(code), this.#world);
    touch(this.#strangers, stranger);
    const [oldest] = this.#strangers.keys();
    if (this.#strangers.size > maxStrangers && oldest !== undefined) this.#strangers.delete(oldest);
    return stranger;
  }

  /** Keeps an account from now on. */
  keep(account: Account): void {
    this.#strangers.delete(account.code);
    touch(this.#kept, account);
    for (const [code, other] of this.#kept) {
      if (this.#kept.size <= this.#max) return;
      if (!other.isChanged && code !== account.code) this.#kept.delete(code);
    }
  }

  forget(code: string): boolean {
    return this.#strangers.delete(code) || this.#kept.delete(code);
  }

  list(): readonly Account[] {
    return [...this.#kept.values()];
  }
}
