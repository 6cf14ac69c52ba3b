import type { JournalSpace } from './journal-space.ts';

/** One request to the classic API, as the control API shows it. Values that may be secret or personal are masked. */
export interface JournalEntry {
  readonly id: number;
  /** Unix seconds by the account's clock. */
  readonly time: number;
  readonly request: string;
  /** Values only of inputs that the call's definition allows to log. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Left out where a fault kept the request from the API. */
  readonly errorCode?: number;
  readonly errorField?: string;
  readonly recordsInResponse?: number;
  /** Position in its bulk request, from 0. */
  readonly subRequest?: number;
  /** The HTTP status, where a fault gave one. */
  readonly status?: number;
  /** The faults that happened to it, by their IDs; 0 for one that it brought itself. */
  readonly faults?: readonly number[];
  /** The seed of the account's chaos. */
  readonly chaosSeed?: number;
  readonly notes?: readonly string[];
}

/** What to show of the journal. */
export interface JournalFilter {
  readonly request?: string | undefined;
  readonly errorCode?: number | undefined;
  /** Unix seconds. */
  readonly since?: number | undefined;
  /** The newest so many. */
  readonly limit?: number | undefined;
}

/** What a journal keeps at most; older entries are dropped. */
const maxEntries = 1000;
const maxBytes = 512 * 1024;

/** About what an entry takes beside its texts. */
const entryBytes = 200;

function sizeOf(entry: Omit<JournalEntry, 'id'>): number {
  let bytes = entryBytes + entry.request.length;
  for (const [name, value] of Object.entries(entry.parameters)) bytes += name.length + value.length;
  for (const note of entry.notes ?? []) bytes += note.length;
  return bytes;
}

/** The last requests of one account, oldest first. */
export class Journal {
  readonly #space: JournalSpace;
  #entries: { readonly entry: JournalEntry; readonly bytes: number }[] = [];
  /** Entries before it are dropped; they are cut off now and then, since that costs as much as they are many. */
  #first = 0;
  #bytes = 0;
  #written = 0;
  #dropped = 0;

  constructor(space: JournalSpace) {
    this.#space = space;
  }

  /** About what its entries take of the memory. */
  get bytes(): number {
    return this.#bytes;
  }

  write(entry: Omit<JournalEntry, 'id'>): void {
    this.#written += 1;
    const bytes = sizeOf(entry);
    this.#entries.push({ entry: { id: this.#written, ...entry }, bytes });
    this.#bytes += bytes;
    while (this.#entries.length - this.#first > maxEntries || this.#bytes > maxBytes) this.#drop();
    if (this.#first > maxEntries) this.#cutOff();
    this.#space.count(this);
  }

  /** Drops the older half of its entries. */
  halve(): void {
    for (let left = Math.ceil((this.#entries.length - this.#first) / 2); left > 0; left -= 1) this.#drop();
    this.#cutOff();
  }

  read(filter: JournalFilter = {}): { entries: readonly JournalEntry[]; dropped: number } {
    const kept = this.#entries
      .slice(this.#first)
      .map(({ entry }) => entry)
      .filter(
        (entry) =>
          (filter.request === undefined || entry.request === filter.request) &&
          (filter.errorCode === undefined || entry.errorCode === filter.errorCode) &&
          (filter.since === undefined || entry.time >= filter.since),
      );
    const entries = filter.limit === undefined ? kept : kept.slice(Math.max(0, kept.length - filter.limit));
    return { entries, dropped: this.#dropped };
  }

  clear(): void {
    this.#entries = [];
    this.#first = 0;
    this.#bytes = 0;
    this.#dropped = 0;
    this.#space.count(this);
  }

  #cutOff(): void {
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }

  #drop(): void {
    this.#bytes -= this.#entries[this.#first]?.bytes ?? 0;
    this.#first += 1;
    this.#dropped += 1;
  }
}
