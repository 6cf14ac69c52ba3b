import { expect, test } from 'vitest';

import { watermarkOf } from './watermark.ts';

const asked = { marginSeconds: 60, tookSeconds: 3 };

test('a watermark lies before the moment at which the server began to work', () => {
  expect(watermarkOf({ requestUnixTime: 1000, generationTime: 7.2 }, asked)).toBe(932);
  expect(watermarkOf({ requestUnixTime: 1000, generationTime: 0 }, { ...asked, marginSeconds: 0 })).toBe(
    1000,
  );
});

test('an answer that does not say how long it took has taken what we waited for it', () => {
  expect(watermarkOf({ requestUnixTime: 1000 }, asked)).toBe(937);
});

test('an answer that took less than nothing has taken nothing', () => {
  expect(watermarkOf({ requestUnixTime: 1000, generationTime: -500 }, asked)).toBe(940);
});
