import { RecentKeys } from './recent-keys.ts';

/** A call that was made, as far as it matters to what it cost and whether it was needed. */
export interface UsedCall {
  /** The name of a call; `unknown` for all others. */
  readonly call: string;
  readonly tenths: number;
  readonly errorCode: number;
  readonly isSubRequest: boolean;
  /** Unix seconds by the account's clock. */
  readonly at: number;
  /** Present where it could have been a sub-request as well. */
  readonly mayBeBulk: boolean;
  /** Present where it has read a list with pages. */
  readonly page?: UsedPage | undefined;
  /** Present where it has read: the same for the same read, pages apart. */
  readonly read?: UsedRead | undefined;
}

export interface UsedPage {
  readonly isFirst: boolean;
  readonly isSecond: boolean;
  /** The size of the page, as a part of the largest that the call has. */
  readonly share: number;
}

export interface UsedRead {
  /** The same for the same read, whichever page of it. */
  readonly key: string;
  /** The same for the same page of the same read. */
  readonly pageKey: string;
  /** It could have said `changedSince`, and has not. */
  readonly isWhole: boolean;
  /** Counts what was changed in the account. */
  readonly changes: number;
}

interface CallCount {
  calls: number;
  tenths: number;
  errors: number;
}

/** What was found that need not have been, of one call. */
export interface WasteCount {
  calls: number;
  tenths: number;
  /** How often it began: lists that were read in small pages, or lists that were read again. */
  begun: number;
  /** Small pages as parts of the largest ones, all together. */
  shares: number;
}

export type WasteKind = 'bulk' | 'pages' | 'changedSince' | 'repeats' | 'session';

/** What was counted. */
export interface UsageCounts {
  readonly requests: number;
  readonly unanswered: number;
  readonly calls: readonly (readonly [call: string, Readonly<CallCount>])[];
  readonly errors: readonly (readonly [code: number, calls: number])[];
  readonly waste: readonly (readonly [kind: WasteKind, call: string, Readonly<WasteCount>])[];
}

/** Calls of one name one after another could be one bulk request if no more seconds are between them. */
const togetherSeconds = 5;

/** The same read within so many seconds could have been kept instead. */
const repeatSeconds = 60;

/** Error codes that are counted one by one. */
const maxCodes = 500;

/** What there is under a key, made when it is missing. */
function within<TKey, TValue>(map: Map<TKey, TValue>, key: TKey, create: () => TValue): TValue {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

/** About what a counter takes of the memory. */
const counterBytes = 150;

/** What an account was asked, what that cost, and what of it was not needed. Counts as requests come, and keeps none. */
export class Usage {
  #requests = 0;
  #unanswered = 0;
  #calls = new Map<string, CallCount>();
  #errors = new Map<number, number>();
  #waste = new Map<WasteKind, Map<string, WasteCount>>();
  /** The last call that was not part of a bulk request. */
  #lastSingle: { readonly call: string; readonly at: number; readonly isCounted: boolean } | undefined;
  /** Reads of whole lists, and how often each was begun. */
  readonly #wholeReads = new RecentKeys<number>();
  /** When each page was read last, and how much had been changed until then. */
  readonly #pageReads = new RecentKeys<{ readonly at: number; readonly changes: number }>();

  /** About what it takes of the memory. */
  get bytes(): number {
    let counters = this.#calls.size + this.#errors.size;
    for (const counts of this.#waste.values()) counters += counts.size;
    return counters * counterBytes + this.#wholeReads.bytes + this.#pageReads.bytes;
  }

  /** Counts an HTTP request; what was asked in it counts apart from it. */
  countRequest(): void {
    this.#requests += 1;
  }

  /** Counts an HTTP request that a fault kept from the API. */
  countUnanswered(): void {
    this.#unanswered += 1;
  }

  /** Counts what a bulk request cost, or was refused with, as a whole. */
  countBulk(tenths: number, errorCode: number): void {
    if (tenths > 0 || errorCode !== 0) this.#countPrice('bulk', tenths, errorCode);
  }

  countCall(used: UsedCall): void {
    const { call, tenths, errorCode } = used;
    this.#countPrice(call, tenths, errorCode);
    if (errorCode !== 0) return;
    this.#countSingles(used);
    this.#countPages(used);
    this.#countReads(used);
  }

  /** Counts a login of a user who had a session that was still good. */
  countRepeatedLogin(call: string): void {
    this.#addWaste('session', call, { calls: 1 });
  }

  /** What was counted until now. */
  read(): UsageCounts {
    return {
      requests: this.#requests,
      unanswered: this.#unanswered,
      calls: [...this.#calls].map(([call, count]) => [call, { ...count }] as const),
      errors: [...this.#errors],
      waste: [...this.#waste].flatMap(([kind, counts]) =>
        [...counts].map(([call, count]) => [kind, call, { ...count }] as const),
      ),
    };
  }

  clear(): void {
    this.#requests = 0;
    this.#unanswered = 0;
    this.#calls = new Map();
    this.#errors = new Map();
    this.#waste = new Map();
    this.#lastSingle = undefined;
    this.#wholeReads.clear();
    this.#pageReads.clear();
  }

  #countPrice(call: string, tenths: number, errorCode: number): void {
    const counted = within(this.#calls, call, () => ({ calls: 0, tenths: 0, errors: 0 }));
    counted.calls += 1;
    counted.tenths += tenths;
    if (errorCode !== 0) counted.errors += 1;
    if (errorCode === 0) return;
    const failed = this.#errors.get(errorCode);
    if (failed !== undefined || this.#errors.size < maxCodes) this.#errors.set(errorCode, (failed ?? 0) + 1);
  }

  #addWaste(kind: WasteKind, call: string, more: Partial<WasteCount>): void {
    const counts = within(this.#waste, kind, () => new Map<string, WasteCount>());
    const count = within(counts, call, () => ({ calls: 0, tenths: 0, begun: 0, shares: 0 }));
    count.calls += more.calls ?? 0;
    count.tenths += more.tenths ?? 0;
    count.begun += more.begun ?? 0;
    count.shares += more.shares ?? 0;
  }

  /** Calls of one name, one soon after another: the first of them counts with the second. */
  #countSingles({ call, tenths, at, isSubRequest, mayBeBulk }: UsedCall): void {
    if (isSubRequest) return;
    const last = this.#lastSingle;
    const follows = mayBeBulk && last?.call === call && at - last.at <= togetherSeconds;
    this.#lastSingle = { call, at, isCounted: follows };
    if (!follows) return;
    const calls = last.isCounted ? 1 : 2;
    this.#addWaste('bulk', call, { calls, tenths: calls * tenths, begun: last.isCounted ? 0 : 1 });
  }

  /** Pages after the first; that one counts with the second. */
  #countPages({ call, tenths, page }: UsedCall): void {
    if (page === undefined || page.isFirst || page.share >= 1) return;
    const pages = page.isSecond ? 2 : 1;
    const more = { calls: pages, tenths: pages * tenths, shares: pages * page.share };
    this.#addWaste('pages', call, { ...more, begun: page.isSecond ? 1 : 0 });
  }

  #countReads({ call, tenths, at, page, read }: UsedCall): void {
    if (read === undefined) return;
    const { key, pageKey, isWhole, changes } = read;
    const last = this.#pageReads.get(pageKey);
    this.#pageReads.set(pageKey, { at, changes });
    if (last?.changes === changes && at - last.at <= repeatSeconds)
      this.#addWaste('repeats', call, { calls: 1, tenths });
    if (!isWhole || page === undefined) return;
    const begun = (this.#wholeReads.get(key) ?? 0) + (page.isFirst ? 1 : 0);
    this.#wholeReads.set(key, begun);
    if (begun > 1) this.#addWaste('changedSince', call, { calls: 1, tenths, begun: page.isFirst ? 1 : 0 });
  }
}
