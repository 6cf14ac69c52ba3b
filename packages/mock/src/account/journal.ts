import { type JournalEntry, type JournalFilter, matches } from './journal-entry.ts';
import type { JournalSpace } from './journal-space.ts';
import { Placeholders } from './placeholders.ts';

/** What a journal keeps at most; older entries are dropped. */
const maxEntries = 1000;
const maxBytes = 512 * 1024;

/** About what an entry takes beside its text. */
const entryBytes = 100;

/** Names of requests whose dropped entries are counted one by one; there are not so many calls. */
const maxCountedNames = 1000;

/** What an entry was about in documented types, by the names of inputs, to be compared with and never shown. */
export type Fingerprints = ReadonlyMap<string, string>;

export interface KeptEntry {
  readonly entry: JournalEntry;
  readonly fingerprints: Fingerprints;
}

/**
 * An entry as it is kept: one text holds nothing of its request, and the garbage collector moves it at once, which it could
 * not with some twenty small objects of each of a thousand requests.
 */
interface Written {
  readonly request: string;
  /** Entry and fingerprints as JSON. */
  readonly text: string;
}

const bytesOf = ({ text }: Written) => entryBytes + text.length;

function readWritten({ text }: Written): KeptEntry {
  const [entry, fingerprints] = JSON.parse(text) as [JournalEntry, [string, string][]];
  return { entry, fingerprints: new Map(fingerprints) };
}

/** The last requests of one account, oldest first. */
export class Journal {
  /** Which masked value is which. */
  readonly placeholders = new Placeholders();
  readonly #space: JournalSpace;
  #entries: Written[] = [];
  /** Entries before it are dropped; they are cut off now and then, since that costs as much as they are many. */
  #first = 0;
  #bytes = 0;
  #written = 0;
  #bulks = 0;
  #dropped = 0;
  readonly #droppedByRequest = new Map<string, number>();

  constructor(space: JournalSpace) {
    this.#space = space;
  }

  /** About what it takes of the memory. */
  get bytes(): number {
    return this.#bytes + this.placeholders.bytes;
  }

  /** The ID of the entry that was written last, kept or not; 0 before the first. */
  get lastID(): number {
    return this.#written;
  }

  /** The ID of the last entry that is no longer kept; 0 where all are. */
  get lastDroppedID(): number {
    return this.#written - (this.#entries.length - this.#first);
  }

  /** The number of a bulk request that begins. */
  nextBulk(): number {
    this.#bulks += 1;
    return this.#bulks;
  }

  write(entry: Omit<JournalEntry, 'id'>, fingerprints: Fingerprints): void {
    this.#written += 1;
    const text = JSON.stringify([{ id: this.#written, ...entry }, [...fingerprints]]);
    const written = { request: entry.request, text };
    this.#entries.push(written);
    this.#bytes += bytesOf(written);
    while (this.#entries.length - this.#first > maxEntries || this.#bytes > maxBytes) this.#drop();
    if (this.#first > maxEntries) this.#cutOff();
    this.#space.count(this);
  }

  /** Drops the older half of its entries. */
  halve(): void {
    for (let left = Math.ceil((this.#entries.length - this.#first) / 2); left > 0; left -= 1) this.#drop();
    this.#cutOff();
    if (this.#entries.length === 0) this.placeholders.clear();
  }

  read(filter: JournalFilter = {}): { entries: readonly JournalEntry[]; dropped: number } {
    const { limit, after } = filter;
    const found = this.kept()
      .map(({ entry }) => entry)
      .filter((entry) => matches(entry, filter));
    const from = limit === undefined || after !== undefined ? 0 : Math.max(0, found.length - limit);
    const entries = limit === undefined ? found : found.slice(from, from + limit);
    return { entries, dropped: this.#dropped };
  }

  /** Its entries with what they can be compared by, oldest first. */
  kept(): readonly KeptEntry[] {
    return this.#entries.slice(this.#first).map(readWritten);
  }

  /** How many entries about a request were dropped since it was emptied last. */
  droppedOf(request: string): number {
    return this.#droppedByRequest.get(request) ?? 0;
  }

  clear(): void {
    this.#entries = [];
    this.#first = 0;
    this.#bytes = 0;
    this.#dropped = 0;
    this.#droppedByRequest.clear();
    this.placeholders.clear();
    this.#space.count(this);
  }

  #cutOff(): void {
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }

  #drop(): void {
    const oldest = this.#entries[this.#first];
    if (oldest === undefined) return;
    this.#bytes -= bytesOf(oldest);
    this.#first += 1;
    this.#dropped += 1;
    const { request } = oldest;
    const counted = this.#droppedByRequest.get(request);
    if (counted !== undefined || this.#droppedByRequest.size < maxCountedNames)
      this.#droppedByRequest.set(request, (counted ?? 0) + 1);
  }
}
