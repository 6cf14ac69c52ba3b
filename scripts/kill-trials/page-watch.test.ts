import { expect, test } from 'vitest';

import { createPageWatch } from './page-watch.ts';

const ask = (...offsets: number[]) =>
  new URLSearchParams({
    requests: JSON.stringify(
      offsets.map((recordOffset) => ({ requestName: 'getProducts', recordOffset: `${recordOffset}` })),
    ),
  }).toString();
const log = new URLSearchParams({ request: 'getUserOperationsLog', tableName: 'products' }).toString();

test('the last answer may come again, in part or alone, and nothing before it', () => {
  const watch = createPageWatch();
  expect(watch.countWritten([ask(0), ask(4, 8, 12)])).toBe(0);
  expect(watch.countWritten([ask(8)])).toBe(0);
  expect(watch.countWritten([ask(8), ask(12, 16)])).toBe(0);
  expect(watch.countWritten([ask(4), ask(8)])).toBe(2);
});

test('a read that begins again behind its last page may ask for all', () => {
  const watch = createPageWatch();
  expect(watch.countWritten([ask(0), ask(4), log])).toBe(0);
  expect(watch.countWritten([ask(0), ask(4)])).toBe(0);
});
