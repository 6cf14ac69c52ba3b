import { expect, test } from 'vitest';

import { payments, products, salesDocuments, warehouses } from '@erply-kit/sync';

import { readSince, sinceSeconds } from './since.ts';

const now = Date.UTC(2026, 2, 2, 10);
const lanes = [salesDocuments, payments];

test.each([
  ['2026-01-31', Date.UTC(2026, 0, 31)],
  ['2026-01-31T08:00', Date.UTC(2026, 0, 31, 8)],
  ['2026-01-31T08:00:00Z', Date.UTC(2026, 0, 31, 8)],
  ['2026-01-31T08:00:00+02:00', Date.UTC(2026, 0, 31, 6)],
  ['1767225600', 1_767_225_600_000],
  ['2h', now - 2 * 3_600_000],
  ['30d', now - 30 * 86_400_000],
  ['90m', now - 90 * 60_000],
])('--since %s', (text, ms) => {
  expect(sinceSeconds(readSince(text, lanes), now)).toBe(ms / 1000);
});

test.each(['', 'yesterday', '2026-02-30', '2026-13-01', '2 h', '-2h', '12', '1e9', '2026-1-1'])(
  'what is not a time is refused: "%s"',
  (text) => {
    expect(() => readSince(text, lanes)).toThrow(/^--since takes a date such as 2026-01-31/);
  },
);

test('a time to come is refused', () => {
  expect(() => sinceSeconds(readSince('2027-01-01', lanes), now)).toThrow('--since is still to come');
});

test('lanes that it cannot limit are refused by name', () => {
  expect(() => readSince('2h', [warehouses, products, payments])).toThrow(
    '--since cannot limit warehouses: only a full read tells what is in them; name others in --lanes, such as salesDocuments,payments',
  );
});
