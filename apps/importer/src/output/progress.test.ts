import { expect, test } from 'vitest';

import type { LaneProgress, ProgressEvent } from '@erply-kit/sync';

import { createJsonProgress, createProgress } from './progress.ts';

const event: LaneProgress = {
  kind: 'progress',
  lane: 'products',
  mode: 'full',
  phase: 'full',
  records: 3000,
  deletions: 0,
  deadLetters: 0,
  total: 12_000,
  recordsPerSecond: 512.4,
  etaSeconds: 200,
  costUnits: 0.3,
};
const line = 'products reading, 3,000 of 12,000 records, 512/s, 3 min left, 0.3 units';
const finished = { kind: 'laneFinished', report: { lane: 'products' } } as ProgressEvent;

function output(isTTY: boolean, columns?: number) {
  const written: string[] = [];
  return {
    written,
    isTTY,
    ...(columns !== undefined && { columns }),
    write: (text: string) => written.push(text),
  };
}

test('on a terminal each lane has one line that is written over', () => {
  const out = output(true);
  const progress = createProgress(out, () => 0);
  for (const one of [event, event, finished]) progress.event(one);
  expect(out.written).toEqual([`\r\x1b[K${line}`, `\r\x1b[K${line}`, '\n']);
});

test.each([
  [120, `█████░░░░░░░░░░░░░░░  25% ${line}`],
  [80, line],
  [30, 'products reading, 3,000 of 1…'],
  [1, '…'],
])('with %i columns the line is as long as fits', (columns, shown) => {
  const out = output(true, columns);
  createProgress(out, () => 0).event(event);
  expect(out.written).toEqual([`\r\x1b[K${shown}`]);
});

test('a line on the terminal stands below a note', () => {
  const out = output(true);
  const progress = createProgress(out, () => 0);
  progress.event(event);
  progress.quotaWait(new Date('2026-03-02T16:00:00Z'));
  expect(out.written.at(-1)).toBe(
    `\r\x1b[Kthe hour's quota is used up; going on at 2026-03-02T16:00:00.000Z\n${line}`,
  );
});

test('elsewhere there is a plain line every five seconds', () => {
  const out = output(false);
  let now = 0;
  const progress = createProgress(out, () => now);
  for (now of [1000, 4999, 5000, 9000, 10_000]) progress.event(event);
  expect(out.written).toEqual([`${line}\n`, `${line}\n`]);
});

test('for machines every event is a line of JSON', () => {
  const out = output(false);
  const progress = createJsonProgress(out);
  progress.event(event);
  progress.event(finished);
  expect(out.written.map((text) => JSON.parse(text).event)).toEqual(['progress', 'lane']);
});
