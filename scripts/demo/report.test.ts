import { expect, test } from 'vitest';

import { demoLine, reportTable, startLine, totalOf } from './report.ts';
import { createStopwatch } from './stopwatch.ts';

const usage = { records: 1, requests: 1, costUnits: 0.1 };

test('the seconds that the table shows add up, whatever is rounded', () => {
  const lines = [0.04, 0.14, 0.04, 2.34, 1.44].map((seconds) => demoLine(usage, seconds));
  const seconds = (line: string) => Number(line.split(/ {2,}/).at(-1));
  const [, ...shown] = reportTable([...lines, startLine(0.24), totalOf([...lines, startLine(0.24)])]).split(
    '\n',
  );
  const total = shown.pop() ?? '';
  expect(shown.map(seconds)).toEqual([0, 0.1, 0, 2.3, 1.4, 0.2]);
  expect(seconds(total)).toBe(4);
});

test('a stopwatch tells what was timed from the whole', async () => {
  let nowMs = 1000;
  const stopwatch = createStopwatch(() => nowMs);
  nowMs += 500;
  const timed = stopwatch.time(Promise.resolve('done'));
  nowMs += 2000;
  expect(await timed).toBe('done');
  nowMs += 250;
  expect([stopwatch.timedSeconds(), stopwatch.wholeSeconds()]).toEqual([2, 2.75]);
});
