import { type Cell, type Lines, quoted } from '../../generic/csv-file.ts';
import { ExactSum } from './exact-sum.ts';

/** A number that reports add up. */
export interface Figure<TItem> {
  readonly name: string;
  readonly valueOf: (item: TItem) => number;
  /** Money has two decimals, always; a quantity has as many as it needs. */
  readonly kind: 'money' | 'quantity';
}

/** What a report is made of. */
export interface ReportPlan<TItem> {
  /** What stands above the number of the line. */
  readonly lineNumber: '' | 'LINE_NUMBER';
  /** Between fields. */
  readonly separator: string;
  /** What stands for a character that latin1 does not have. */
  readonly substitute: string;
  /** Names of the columns that say what a line is about. */
  readonly labels: readonly string[];
  readonly labelsOf: (item: TItem) => readonly Cell[];
  /** Items of the same key are one line; `undefined` for a line an item. */
  readonly keyOf?: (item: TItem) => number | string;
  readonly figures: readonly Figure<TItem>[];
}

interface Group<TItem> {
  readonly item: TItem;
  readonly sums: readonly ExactSum[];
}

const textOf = (sum: ExactSum, kind: 'money' | 'quantity') =>
  kind === 'money' ? sum.toFixed(2) : sum.toText();

const compareKeys = (left: number | string, right: number | string) =>
  left === right ? 0 : left < right ? -1 : 1;

/** Writes the lines of a report, and adds them up. */
class ReportLines<TItem> {
  readonly #plan: ReportPlan<TItem>;
  readonly #totals: readonly ExactSum[];
  #lines = 0;

  constructor(plan: ReportPlan<TItem>) {
    this.#plan = plan;
    this.#totals = this.#noSums();
  }

  header(): string {
    const { lineNumber, labels, figures } = this.#plan;
    return this.#line([lineNumber, ...labels, ...figures.map(({ name }) => name)]);
  }

  /** A group of one item. */
  groupOf(item: TItem): Group<TItem> {
    const group = { item, sums: this.#noSums() };
    this.add(group, item);
    return group;
  }

  add({ sums }: Group<TItem>, item: TItem): void {
    for (const [index, figure] of this.#plan.figures.entries()) {
      const value = figure.valueOf(item);
      sums[index]?.add(value);
      this.#totals[index]?.add(value);
    }
  }

  lineOf({ item, sums }: Group<TItem>): string {
    this.#lines += 1;
    return this.#line([this.#lines, ...this.#plan.labelsOf(item), ...this.#texts(sums)]);
  }

  /** Empty fields stand without quotes, as in the line that Erply's page shows. */
  total(): string {
    const { labels, separator, substitute } = this.#plan;
    const totals = this.#texts(this.#totals).map((text) => quoted(text, substitute));
    return [quoted('TOTAL', substitute), ...labels.map(() => ''), ...totals].join(separator);
  }

  #noSums(): ExactSum[] {
    return this.#plan.figures.map(() => new ExactSum());
  }

  #texts(sums: readonly ExactSum[]): string[] {
    return this.#plan.figures.map(({ kind }, index) => textOf(sums[index] ?? new ExactSum(), kind));
  }

  #line(cells: readonly Cell[]): string {
    const { separator, substitute } = this.#plan;
    return cells.map((cell) => quoted(cell, substitute)).join(separator);
  }
}

/**
 * The lines of a report, in one pass over what it is about: a header, a line an item or a group of items by its key, and
 * one that begins with TOTAL.
 */
export function* reportLines<TItem>(plan: ReportPlan<TItem>, items: Iterable<TItem | undefined>): Lines {
  const lines = new ReportLines(plan);
  const { keyOf } = plan;
  yield lines.header();
  const groups = new Map<number | string, Group<TItem>>();
  for (const item of items) {
    if (item === undefined) yield undefined;
    else if (keyOf === undefined) yield lines.lineOf(lines.groupOf(item));
    else {
      const key = keyOf(item);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, lines.groupOf(item));
      else lines.add(group, item);
      yield undefined;
    }
  }
  const keys = [...groups.keys()].sort(compareKeys);
  for (const key of keys) {
    const group = groups.get(key);
    if (group !== undefined) yield lines.lineOf(group);
  }
  yield lines.total();
}
