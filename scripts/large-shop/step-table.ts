import type { Step } from './run-large-shop.ts';

const columns: readonly [title: string, text: (step: Step) => string][] = [
  ['step', ({ name }) => name],
  ['seconds', ({ seconds }) => seconds.toFixed(1)],
  ['records', ({ records }) => records?.toLocaleString('en') ?? ''],
  ['requests', ({ requests }) => String(requests ?? '')],
  ['quota units', ({ costUnits }) => costUnits?.toFixed(1) ?? ''],
  ['peak RSS', ({ peakRssBytes }) => (peakRssBytes ? `${Math.round(peakRssBytes / 2 ** 20)} MB` : '')],
];
const widths = [20, 8, 10, 9, 12, 9];

const padded = (cell: string, index: number) =>
  index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);

/** The line above the steps. */
export const stepHead = columns.map(([title], index) => padded(title, index)).join('');

/** One step as a line; lines come one by one, so the columns have fixed widths. */
export function stepLine(step: Step): string {
  return columns
    .map(([, text], index) => padded(text(step), index))
    .join('')
    .trimEnd();
}
