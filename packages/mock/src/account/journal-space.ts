/** A journal, as far as the space of all matters to it. */
interface SharedJournal {
  /** About what its entries take of the memory. */
  readonly bytes: number;
  /** Drops the older half of its entries. */
  halve(): void;
}

/** What the journals of all accounts may take together: those that were written to longest ago are cut first. */
export class JournalSpace {
  readonly #maxBytes: number;
  /** Journals with entries, the one that was written to last at the end, with what each takes. */
  readonly #bytesOf = new Map<SharedJournal, number>();
  /** The one at the end. */
  #newest: SharedJournal | undefined;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Looks at what a journal takes after it has become another, and makes room where all have become too many. */
  count(journal: SharedJournal): void {
    const { bytes } = journal;
    this.#bytes += bytes - (this.#bytesOf.get(journal) ?? 0);
    // Moving to the end costs more than all the rest, and most journals are there already.
    if (bytes === 0 || journal !== this.#newest) this.#bytesOf.delete(journal);
    if (bytes > 0) this.#bytesOf.set(journal, bytes);
    this.#newest = bytes > 0 ? journal : undefined;
    while (this.#bytes > this.#maxBytes) this.#cutOldest();
  }

  /** A journal is gone with its account. */
  forget(journal: SharedJournal): void {
    this.#bytes -= this.#bytesOf.get(journal) ?? 0;
    this.#bytesOf.delete(journal);
    if (journal === this.#newest) this.#newest = undefined;
  }

  #cutOldest(): void {
    const [oldest] = this.#bytesOf.keys();
    if (oldest === undefined) return;
    oldest.halve();
    this.#bytes += oldest.bytes - (this.#bytesOf.get(oldest) ?? 0);
    if (oldest.bytes === 0) this.#bytesOf.delete(oldest);
    else this.#bytesOf.set(oldest, oldest.bytes);
  }
}
