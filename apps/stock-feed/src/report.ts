import { oneLine } from '@erply-kit/command-line';

import type { FeedResult } from './run-feed.ts';
import { labelOf } from './source/stock-source.ts';

/** What a run did, for people and for machines. */
export interface FeedReport extends FeedResult {
  readonly requests: number;
  readonly costUnits: number;
  readonly seconds: number;
}

/** The report in words. */
export function reportText(report: FeedReport): string {
  const count = (value: number, noun: string) =>
    `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
  const lines = [
    `${count(report.rows, 'row')} as of ${report.generatedAt}; ${count(report.requests, 'request')}, ` +
      `${Number(report.costUnits.toFixed(1))} quota units, ${report.seconds.toFixed(1)} s`,
  ];
  if (report.zeroed > 0) lines.push(`${count(report.zeroed, 'item')} that were available are not any more`);
  if (report.leftOut > 0)
    lines.push(`${count(report.leftOut, 'product')} with stock left out: archived or deleted meanwhile`);
  for (const one of report.gone)
    lines.push(`no longer in the feed: ${labelOf(one)}, which gave ${count(one.stockRows, 'row')} before`);
  for (const file of report.files.filter((one) => one.leftOut > 0))
    lines.push(`${count(file.leftOut, 'row')} left out of ${file.path}: ${file.format} cannot hold the code`);
  return [...lines, ...report.files.map((file) => file.path)].map((line) => `${oneLine(line)}\n`).join('');
}
