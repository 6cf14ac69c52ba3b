import { expect, test } from 'vitest';

import { defaultDeletionLimit, isTooMany } from './deletion-limit.ts';

test.each([
  { removals: 49, alive: 49, refused: false, why: 'so few are always allowed' },
  { removals: 50, alive: 249, refused: true, why: 'more than a fifth' },
  { removals: 50, alive: 250, refused: false, why: 'just a fifth' },
  { removals: 1000, alive: 10_000, refused: false, why: 'a tenth' },
])('$removals of $alive: $why', ({ removals, alive, refused }) => {
  expect(isTooMany(removals, alive, defaultDeletionLimit)).toBe(refused);
});
