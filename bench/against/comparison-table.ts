import type { Unit } from '../bench.ts';
import { markdownTable } from '../markdown-table.ts';
import { mb, perSecond } from '../units.ts';
import type { Comparisons } from './compare-benches.ts';
import type { Comparison, LeftOut } from './comparison.ts';

const texts: Readonly<Record<Unit, (amount: number) => string>> = {
  ms: (amount) => `${amount.toFixed(amount < 10 ? 3 : amount < 1000 ? 1 : 0)} ms`,
  bytes: mb,
  perSecond,
};

function cells({ bench, name, unit, interval, ...one }: Comparison): string[] {
  const range = `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`;
  return [
    bench,
    name,
    texts[unit](one.here),
    texts[unit](one.against),
    one.ratio.toFixed(2),
    range,
    one.verdict,
  ];
}

/** All comparisons as a table in Markdown, what was left out as lines below it, and the counts at the end. */
export function formatComparisons({ comparisons, leftOut }: Comparisons, against: string): string {
  const heads = ['bench', 'figure', 'here', against, 'ratio', 'interval', 'verdict'];
  const nameOf = ({ bench, name }: LeftOut) => (name.startsWith(bench) ? name : `${bench}, ${name}`);
  const lines = leftOut.map((one) => `left out: ${nameOf(one)}: ${one.reason}`);
  const count = (verdict: string) => comparisons.filter((one) => one.verdict === verdict).length;
  const counts = (['worse', 'open', 'same', 'better'] as const).map(
    (verdict) => `${count(verdict)} ${verdict}`,
  );
  return [
    markdownTable(heads, comparisons.map(cells)),
    '',
    ...lines,
    `${counts.join(', ')}, ${leftOut.length} left out`,
  ].join('\n');
}
