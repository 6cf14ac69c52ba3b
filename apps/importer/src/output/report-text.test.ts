import { expect, test } from 'vitest';

import type { LaneReport } from '@erply-kit/sync';

import { reportText } from './report-text.ts';

const lane: LaneReport = {
  lane: 'products',
  mode: 'full',
  outcome: 'completed',
  clockWentBack: false,
  resumed: false,
  records: 3000,
  deletions: 1,
  deadLetters: 0,
  requests: 5,
  costUnits: 0.8,
  seconds: 3.5,
};
const textOf = (changes: Partial<LaneReport>) =>
  reportText({
    outcome: 'completed',
    lanes: [{ ...lane, ...changes }],
    requests: 6,
    costUnits: 1.8,
    seconds: 4,
  });

const table = [
  'lane           mode  records  deleted  requests  units  seconds',
  'products       full    3,000        1         5    0.8      3.5',
  'for all lanes              0        0         1    1.0      0.5',
  'all                    3,000        1         6    1.8      4.0',
  '',
].join('\n');

test('a run is a table, and what else there is to say stands below it', () => {
  expect(textOf({})).toBe(table);
  expect(textOf({ deadLetters: 2 })).toBe(
    `${table}2 records did not fit; the table dead_letters says why.\n`,
  );
  expect(textOf({ clockWentBack: true })).toBe(
    `${table}Erply's clock has gone back against ours, so what may have been missed is read again: products.\n`,
  );
});
