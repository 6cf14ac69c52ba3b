import type { Figure } from './bench.ts';

const heads = ['figure', 'bar', 'measured', 'floor', 'ratio', 'verdict'] as const;

/** "met", "not met", or nothing for a figure without a bar. */
function verdict(figure: Figure): string {
  if (figure.isMet === undefined) return '';
  return figure.isMet ? 'met' : 'not met';
}

function cells(figure: Figure): string[] {
  const { name, bar = '', measured, floor = '', ratio } = figure;
  return [name, bar, measured, floor, ratio === undefined ? '' : ratio.toFixed(2), verdict(figure)];
}

/** The figures as a table in Markdown, so that it can be copied into the docs as it is. */
export function formatTable(figures: readonly Figure[]): string {
  const rows = [[...heads], ...figures.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}
