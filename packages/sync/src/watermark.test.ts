import { expect, test } from 'vitest';

import { watermarkOf } from './watermark.ts';

test('a watermark lies before the moment at which the server began to work', () => {
  expect(watermarkOf({ requestUnixTime: 1000, generationTime: 7.2 }, 60)).toBe(932);
  expect(watermarkOf({ requestUnixTime: 1000, generationTime: 0 }, 0)).toBe(1000);
});

test('an answer that does not say how long it took took no time', () => {
  expect(watermarkOf({ requestUnixTime: 1000 }, 60)).toBe(940);
});
