import type { Reads } from './reads.ts';

/** An encoded record. */
export interface KeptRecord {
  readonly json: Buffer;
  /** What of other tables it was made of, where that is known. */
  readonly reads?: Reads;
  /** The state of the tables in which it was last found to be true. */
  versions?: string;
}

/** How much the encoded records of some caches may take together. They grow old together, too. */
export class RecordCacheBudget {
  readonly #generationBytes: number;
  /** Those that hold something: an empty one is forgotten with its account. */
  readonly #caches = new Set<RecordCache>();
  #youngBytes = 0;

  constructor(maxBytes: number) {
    this.#generationBytes = maxBytes / 2;
  }

  /** A new cache that lives on this budget. */
  cache(): RecordCache {
    return new RecordCache(this);
  }

  /** Counts what a cache is about to keep. */
  spend(cache: RecordCache, bytes: number): void {
    if (this.#youngBytes + bytes > this.#generationBytes) this.#age();
    this.#caches.add(cache);
    this.#youngBytes += bytes;
  }

  #age(): void {
    for (const cache of this.#caches) {
      cache.age();
      if (cache.isEmpty) this.#caches.delete(cache);
    }
    this.#youngBytes = 0;
  }
}

/**
 * Encoded records by ID. Two generations: when the younger one is full, it becomes the older one, whose
 * records are dropped unless they were asked for again meanwhile.
 */
export class RecordCache {
  readonly #budget: RecordCacheBudget;
  #young = new Map<number, KeptRecord>();
  #old = new Map<number, KeptRecord>();

  constructor(budget: RecordCacheBudget) {
    this.#budget = budget;
  }

  get isEmpty(): boolean {
    return this.#young.size + this.#old.size === 0;
  }

  get(id: number): KeptRecord | undefined {
    const young = this.#young.get(id);
    if (young !== undefined) return young;
    const old = this.#old.get(id);
    if (old !== undefined) this.set(id, old);
    return old;
  }

  set(id: number, kept: KeptRecord): void {
    this.#budget.spend(this, kept.json.length + (kept.reads?.bytes ?? 0));
    this.#young.set(id, kept);
  }

  /** Forgets a record, which is another one now. */
  delete(id: number): void {
    this.#young.delete(id);
    this.#old.delete(id);
  }

  /** The young records are the old ones now. */
  age(): void {
    this.#old = this.#young;
    this.#young = new Map();
  }
}
