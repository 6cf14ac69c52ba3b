import { expect, test } from 'vitest';

import { serverProblem } from './server-problem.ts';

test.each([
  [180_004, 'UTF8', undefined],
  [140_000, 'UTF8', undefined],
  [130_023, 'UTF8', 'the server is PostgreSQL 13; the importer needs 14 or newer'],
  [
    180_004,
    'LATIN1',
    "its encoding is LATIN1, which cannot hold all texts; make a database with encoding 'UTF8'",
  ],
])('a server of version %i with encoding %s: %s', (version, encoding, problem) => {
  expect(serverProblem(version, encoding)).toBe(problem);
});
