import { expect, it } from 'vitest';

import { Journal } from './journal.ts';
import { JournalSpace } from './journal-space.ts';

const entry = { time: 1, request: 'getProducts', parameters: {}, errorCode: 0, units: 1, durationMs: 0 };
const nothing = new Map<string, string>();

it('bounds all journals together: those written to longest ago are cut, and count what they dropped', () => {
  const space = new JournalSpace(100_000);
  const journals = Array.from({ length: 20 }, () => new Journal(space));
  for (const journal of journals) for (let count = 0; count < 100; count += 1) journal.write(entry, nothing);
  const bytes = journals.reduce((sum, journal) => sum + journal.bytes, 0);
  expect(bytes).toBeLessThanOrEqual(100_000);
  expect(bytes).toBeGreaterThan(75_000);
  expect(journals.at(-1)?.read()).toMatchObject({ dropped: 0, entries: { length: 100 } });
  expect(journals[0]?.read()).toEqual({ dropped: 100, entries: [] });
});

it('makes room when a journal is cleared or forgotten', () => {
  const space = new JournalSpace(60_000);
  const [first, second, third] = Array.from({ length: 3 }, () => new Journal(space)) as [
    Journal,
    Journal,
    Journal,
  ];
  for (const journal of [first, second])
    for (let count = 0; count < 60; count += 1) journal.write(entry, nothing);
  first.clear();
  space.forget(second);
  for (let count = 0; count < 130; count += 1) third.write(entry, nothing);
  expect(third.read().dropped).toBe(0);
});
