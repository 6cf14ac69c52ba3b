import { expect, test } from 'vitest';

import { formatComparisons } from './comparison-table.ts';

test('figures stand in a table, what was left out below it, the counts at the end', () => {
  const interval = { low: 0.8, high: 0.912, confidence: 0.96 };
  const one = { bench: 'wire', here: 1.25, against: 1.1, ratios: [], ratio: 0.88, interval } as const;
  const text = formatComparisons(
    {
      comparisons: [{ ...one, name: 'p50 of a page', unit: 'ms', verdict: 'worse' }],
      leftOut: [
        { bench: 'finding', name: 'finding, 100,000 products', reason: 'failed in round 1: 31fac06: no' },
        { bench: 'wire', name: 'growth', reason: 'in round 2 only this side has it' },
      ],
    },
    '31fac06',
  );
  expect(text.split('\n')).toEqual([
    '| bench | figure        | here     | 31fac06  | ratio | interval     | verdict |',
    '|-------|---------------|----------|----------|-------|--------------|---------|',
    '| wire  | p50 of a page | 1.250 ms | 1.100 ms | 0.88  | 0.80 to 0.91 | worse   |',
    '',
    'left out: finding, 100,000 products: failed in round 1: 31fac06: no',
    'left out: wire, growth: in round 2 only this side has it',
    '1 worse, 0 open, 0 same, 0 better, 2 left out',
  ]);
});
