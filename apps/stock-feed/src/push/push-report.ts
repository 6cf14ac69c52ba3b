import { oneLine } from '@erply-kit/command-line';

import type { PushResult } from './run-push.ts';

/** What a push did, for people and for machines. */
export interface PushReport extends PushResult {
  /** Scheme, host and port of the receiver. */
  readonly to: string;
  readonly requests: number;
  readonly costUnits: number;
  readonly seconds: number;
}

/** The report in words. */
export function pushReportText(report: PushReport): string {
  const count = (value: number, noun: string, nouns = `${noun}s`) =>
    `${value.toLocaleString('en')} ${value === 1 ? noun : nouns}`;
  const lines = [
    `${report.sent.toLocaleString('en')} of ${count(report.rows, 'item')} sent in ` +
      `${count(report.batches, 'batch', 'batches')} to ${report.to}, as of ${report.generatedAt}; ` +
      `${count(report.requests, 'request')}, ${Number(report.costUnits.toFixed(1))} quota units, ` +
      `${report.seconds.toFixed(1)} s`,
  ];
  if (report.zeroed > 0) lines.push(`${count(report.zeroed, 'item')} that were available are not any more`);
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}
