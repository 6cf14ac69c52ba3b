import type { RowKey } from '../readable-sink.ts';
import { KeySet } from './key-set.ts';

/**
 * How a row of the copy differs from the record of the account: it is not there, is there though the record is gone, is
 * removed though the record is there, or says something else.
 */
export type DifferenceKind = 'missing' | 'extra' | 'removed' | 'changed';

const differenceKinds: readonly DifferenceKind[] = ['missing', 'extra', 'removed', 'changed'];

/** One row that differs. Holds no values. */
export interface Difference extends RowKey {
  readonly kind: DifferenceKind;
  /** Of a changed row, the names of the fields that differ. */
  readonly fields: readonly string[];
}

/** How many rows differ, by kind. */
export type DifferenceCounts = Readonly<Record<DifferenceKind, number>>;

export interface DifferenceSummary extends DifferenceCounts {
  /** Of changed rows: how many differ in each field, those of most rows first. */
  readonly fields: Readonly<Record<string, number>>;
  /** The first of them. */
  readonly examples: readonly Difference[];
}

/** Rows that differ. A key counts once, by what was last found of it; memory grows by some bits for each. */
export class RowDifferences {
  readonly #kinds: Readonly<Record<DifferenceKind, KeySet>> = {
    missing: new KeySet(),
    extra: new KeySet(),
    removed: new KeySet(),
    changed: new KeySet(),
  };
  readonly #fields = new Map<string, KeySet>();

  set({ id, warehouseID, kind, fields }: Difference): void {
    const key = warehouseID === undefined ? { id } : { id, warehouseID };
    this.delete(key);
    this.#kinds[kind].add(key);
    for (const field of fields) {
      const keys = this.#fields.get(field) ?? new KeySet();
      keys.add(key);
      this.#fields.set(field, keys);
    }
  }

  delete(key: RowKey): void {
    if (this.kindOf(key) === undefined) return;
    for (const kind of differenceKinds) this.#kinds[kind].delete(key);
    for (const keys of this.#fields.values()) keys.delete(key);
  }

  kindOf(key: RowKey): DifferenceKind | undefined {
    return differenceKinds.find((kind) => this.#kinds[kind].has(key));
  }

  keysOf(kind: DifferenceKind): Iterable<RowKey> {
    return this.#kinds[kind];
  }

  get size(): number {
    return differenceKinds.reduce((sum, kind) => sum + this.#kinds[kind].size, 0);
  }

  summary(maxExamples: number): DifferenceSummary {
    const fields = Array.from(this.#fields, ([field, { size }]) => [field, size] as const)
      .filter(([, size]) => size > 0)
      .sort(([, one], [, other]) => other - one);
    const { missing, extra, removed, changed } = this.#kinds;
    return {
      ...{ missing: missing.size, extra: extra.size, removed: removed.size, changed: changed.size },
      fields: Object.fromEntries(fields),
      examples: this.#examples(maxExamples),
    };
  }

  *[Symbol.iterator](): Generator<Difference> {
    for (const kind of differenceKinds)
      for (const key of this.#kinds[kind]) {
        const fields = Array.from(this.#fields, ([field, keys]) => (keys.has(key) ? field : undefined));
        yield { ...key, kind, fields: fields.filter((field) => field !== undefined) };
      }
  }

  #examples(max: number): Difference[] {
    const examples: Difference[] = [];
    for (const difference of this) {
      if (examples.length === max) break;
      examples.push(difference);
    }
    return examples;
  }
}
