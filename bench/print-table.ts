import type { Figure } from './bench.ts';
import { markdownTable } from './markdown-table.ts';

const heads = ['figure', 'bar', 'measured', 'floor', 'ratio', 'verdict'];

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
  return markdownTable(heads, figures.map(cells));
}
