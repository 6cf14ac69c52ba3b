import { expect, test } from 'vitest';

import { outputsOf } from './outputs.ts';

const paths = (outs: string[], wanted: string[] = []) =>
  outputsOf(outs, wanted, '/srv').map((output) => `${output.format} ${output.path}`);

test('a folder gets a file of each format', () => {
  expect(paths(['feed'])).toEqual(['csv /srv/feed/stock.csv', 'ndjson /srv/feed/stock.ndjson']);
});

test('a folder gets the formats that are asked for', () => {
  expect(paths(['/srv/feed'], ['ndjson'])).toEqual(['ndjson /srv/feed/stock.ndjson']);
});

test('a name that ends like a format is a file of it', () => {
  expect(paths(['a/shop.csv', 'b.ndjson'])).toEqual(['csv /srv/a/shop.csv', 'ndjson /srv/b.ndjson']);
});

test('a file that is named twice is written once', () => {
  expect(paths(['.', 'stock.csv', './x/../stock.csv'], ['csv'])).toEqual(['csv /srv/stock.csv']);
});

test.each([
  [['a.csv'], ['ndjson'], '--out /srv/a.csv is a file of another format than --format ndjson'],
  [[''], [], '--out is empty: give a file or a folder'],
  [['.'], ['xml'], '--format xml: choose csv or ndjson'],
])('%j with %j is wrong usage', (outs, wanted, message) => {
  expect(() => paths(outs, wanted)).toThrow(message);
});
