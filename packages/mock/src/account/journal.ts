/** One request to the classic API, as the control API tells it. Values that may be secret or personal are masked. */
export interface JournalEntry {
  readonly id: number;
  /** Unix seconds by the account's clock. */
  readonly time: number;
  readonly request: string;
  /** Values only of inputs that the call's definition allows to log. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly errorCode: number;
  readonly errorField?: string;
  readonly recordsInResponse?: number;
  /** Place in its bulk request, from 0. */
  readonly subRequest?: number;
  readonly notes?: readonly string[];
}

/** What to tell of the journal. */
export interface JournalFilter {
  readonly request?: string | undefined;
  readonly errorCode?: number | undefined;
  /** Unix seconds. */
  readonly since?: number | undefined;
  /** The newest so many. */
  readonly limit?: number | undefined;
}

/** The last requests of one account, oldest first. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #maxEntries: number;
  #written = 0;
  #dropped = 0;

  constructor(maxEntries = 1000) {
    this.#maxEntries = maxEntries;
  }

  write(entry: Omit<JournalEntry, 'id'>): void {
    this.#written += 1;
    this.#entries.push({ id: this.#written, ...entry });
    // Dropped in batches: shifting an array at every request would cost more than the request's own entry.
    if (this.#entries.length >= this.#maxEntries * 2) {
      this.#dropped += this.#entries.length - this.#maxEntries;
      this.#entries.splice(0, this.#entries.length - this.#maxEntries);
    }
  }

  read(filter: JournalFilter = {}): { entries: readonly JournalEntry[]; dropped: number } {
    const surplus = Math.max(0, this.#entries.length - this.#maxEntries);
    const kept = this.#entries
      .slice(surplus)
      .filter(
        (entry) =>
          (filter.request === undefined || entry.request === filter.request) &&
          (filter.errorCode === undefined || entry.errorCode === filter.errorCode) &&
          (filter.since === undefined || entry.time >= filter.since),
      );
    const entries = filter.limit === undefined ? kept : kept.slice(Math.max(0, kept.length - filter.limit));
    return { entries, dropped: this.#dropped + surplus };
  }

  clear(): void {
    this.#entries.length = 0;
    this.#dropped = 0;
  }
}
