import { ownText } from '../wire/own-text.ts';
import { Account, type SharedState } from './account.ts';
import { RandomStream } from './random-stream.ts';

const codePattern = /^[A-Za-z0-9_-]{1,32}$/;

/** Whether a client code can be one; it need not exist. */
export const isClientCode = (code: string) => codePattern.test(code);

/** Accounts that somebody has only knocked at, remembered at a time. */
const maxUnknown = 100;

/** Codes of signed-up accounts have six digits, as Erply's own, and are not those that tests like to count from. */
const firstCode = 500_000;
const codeCount = 500_000;
const drawnCode = (random: RandomStream) => firstCode + random.below(codeCount);

/** Codes that are drawn until one is free. */
const maxDraws = 20;

/** What an account takes that has changed nothing. */
const plainAccountBytes = 10 * 1024;

/** Makes an account the one that was used last. */
function touch(accounts: Map<string, Account>, account: Account): void {
  accounts.delete(account.code);
  accounts.set(account.code, account);
}

export interface AccountsOptions {
  /** The only codes that exist; any when left out. */
  readonly only?: readonly string[] | undefined;
  /** Accounts that are kept: of more, those are forgotten that have changed nothing and that no request is using. */
  readonly max: number;
  /** What they may hold of their own, in bytes, all together. */
  readonly maxBytes: number;
}

/**
 * All accounts of one server. Any code is accepted and answered from the shared base; it is kept from its first login
 * or control write on. Of those before that only the last few are remembered, with their wrong passwords, quota and
 * journal: requests that nobody has authenticated must not fill the memory.
 */
export class Accounts {
  readonly #kept = new Map<string, Account>();
  readonly #unknown = new Map<string, Account>();
  readonly #shared: SharedState;
  readonly #only: ReadonlySet<string> | undefined;
  readonly #max: number;
  readonly #maxBytes: number;
  readonly #signUps: RandomStream;
  /** What each kept account took when it was last looked at. */
  readonly #bytesOf = new Map<Account, number>();
  #bytes = 0;

  constructor(shared: SharedState, options: AccountsOptions) {
    this.#shared = shared;
    this.#only = options.only === undefined ? undefined : new Set(options.only);
    this.#max = options.max;
    this.#maxBytes = options.maxBytes;
    this.#signUps = new RandomStream(`${shared.shop.seed}/installation`);
  }

  /** Tells what accounts start with beside the shop apart from other data; `undefined` where that is nothing. */
  get dataDigest(): string | undefined {
    return this.#shared.dataDigest;
  }

  /** How often something of an account was changed. */
  get changeCount(): number {
    return this.#shared.changes.count;
  }

  /** What the accounts hold of their own has reached the bound, so that nothing may be added. */
  get isFull(): boolean {
    return this.#bytes >= this.#maxBytes;
  }

  /** What they may still hold of their own, in bytes. */
  get bytesLeft(): number {
    return Math.max(0, this.#maxBytes - this.#bytes);
  }

  /** The account of a client code, or `undefined` where there is none (1001). */
  find(code: string): Account | undefined {
    if (!isClientCode(code) || this.#only?.has(code) === false) return undefined;
    const kept = this.#kept.get(code);
    if (kept !== undefined) {
      touch(this.#kept, kept);
      return kept;
    }
    const account = this.#unknown.get(code) ?? new Account(ownText(code), this.#shared);
    touch(this.#unknown, account);
    for (const other of this.#unknown.values()) {
      if (this.#unknown.size <= maxUnknown) break;
      if (other.requestsUnderWay === 0 && other !== account) this.forget(other.code);
    }
    return account;
  }

  /**
   * An account under a code that nobody has used; of a list of codes the first such number. `undefined` where there is
   * none left.
   * @param random Says which code; the server's own stream when left out.
   */
  unused(random: RandomStream = this.#signUps): Account | undefined {
    const isFree = (code: string) => !this.#kept.has(code) && !this.#unknown.has(code);
    const listed = this.#only && [...this.#only].filter((code) => /^[1-9]\d*$/.test(code));
    const codes = listed ?? Array.from({ length: maxDraws }, () => String(drawnCode(random)));
    const code = codes.find(isFree);
    return code === undefined ? undefined : this.find(code);
  }

  /** One more account can be kept. */
  get hasRoom(): boolean {
    const canGo = (account: Account) => !account.isChanged && account.requestsUnderWay === 0;
    return this.#kept.size < this.#max || this.list().some(canGo);
  }

  /** Keeps an account from now on. */
  keep(account: Account): void {
    this.#unknown.delete(account.code);
    touch(this.#kept, account);
    this.count(account);
    for (const other of this.#kept.values()) {
      if (this.#kept.size <= this.#max && !this.isFull) return;
      if (!other.isChanged && other.requestsUnderWay === 0 && other !== account) this.forget(other.code);
    }
  }

  isKept(code: string): boolean {
    return this.#kept.has(code);
  }

  /** Looks at what an account takes, after it may have changed. */
  count(account: Account): void {
    if (this.#kept.get(account.code) !== account) return;
    const bytes = plainAccountBytes + account.bytes;
    this.#bytes += bytes - (this.#bytesOf.get(account) ?? 0);
    this.#bytesOf.set(account, bytes);
  }

  forget(code: string): boolean {
    this.#shared.changes.count += 1;
    const kept = this.#kept.get(code);
    const account = kept ?? this.#unknown.get(code);
    if (account === undefined) return false;
    this.#shared.journalSpace.forget(account.journal);
    this.#shared.reports.forget(account);
    if (kept === undefined) return this.#unknown.delete(code);
    this.#bytes -= this.#bytesOf.get(kept) ?? 0;
    this.#bytesOf.delete(kept);
    return this.#kept.delete(code);
  }

  list(): readonly Account[] {
    return [...this.#kept.values()];
  }
}
