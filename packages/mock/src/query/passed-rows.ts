import type { Steps } from '../slices.ts';
import type { Table } from '../store/table.ts';
import type { ChangedRow } from './changed-order.ts';
import { RecentWrites } from './recent-writes.ts';

interface Passed {
  readonly rows: readonly ChangedRow[];
  /** Writes that had been made before it was looked for. */
  readonly writes: number;
}

/** How changed rows are tested that may pass. */
export interface PassedRowsOptions {
  /** What stands for the order and the filters, each of which depends on fields of the row alone. */
  readonly key: string;
  /** Tests all of them. */
  readonly all: () => Steps<ChangedRow[]>;
  /** Tests some of them. */
  readonly some: (ids: Iterable<number>) => Steps<ChangedRow[]>;
  readonly merge: (kept: readonly ChangedRow[], passing: readonly ChangedRow[]) => Steps<ChangedRow[]>;
}

/** The choices that were asked for last. A list costs 8 bytes a row: the rows themselves are those of the orders. */
const maxChoices = 8;

/** The changed rows of a table that pass some filters: after a write those that were written are tested, and no others. */
export class PassedRows {
  readonly #kept = new Map<string, Passed>();
  readonly #table: Table;
  #recent: RecentWrites | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  *get(options: PassedRowsOptions): Steps<readonly ChangedRow[]> {
    const { key } = options;
    const recent = this.#writes();
    const writes = recent.count;
    const known = this.#kept.get(key);
    const written = known === undefined ? undefined : recent.since(known.writes);
    const rows =
      known === undefined || written === undefined
        ? yield* options.all()
        : yield* this.#afterWrites(options, known.rows, written);
    this.#kept.delete(key);
    this.#kept.set(key, { rows, writes });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxChoices && oldest !== undefined) this.#kept.delete(oldest);
    return rows;
  }

  *#afterWrites(
    { some, merge }: PassedRowsOptions,
    rows: readonly ChangedRow[],
    written: ReadonlySet<number>,
  ): Steps<readonly ChangedRow[]> {
    if (written.size === 0) return rows;
    const passing = yield* some(written);
    return yield* merge(
      rows.filter(({ id }) => !written.has(id)),
      passing,
    );
  }

  /** Writes are followed from the first question on. */
  #writes(): RecentWrites {
    if (this.#recent !== undefined) return this.#recent;
    const recent = new RecentWrites();
    this.#table.onWrite((id) => recent.add(id));
    this.#recent = recent;
    return recent;
  }
}
