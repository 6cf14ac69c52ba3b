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

test('a name that ends like several formats is of the one that is asked for, else of the plain one', () => {
  expect([...paths(['a.csv'], ['woocommerce']), ...paths(['a.csv'])]).toEqual([
    'woocommerce /srv/a.csv',
    'csv /srv/a.csv',
  ]);
});

test('files of a folder share a manifest, and a file has its own', () => {
  expect(outputsOf(['feed', 'a.xml'], [], '/srv').map((one) => one.manifest)).toEqual([
    '/srv/feed/manifest.json',
    '/srv/feed/manifest.json',
    '/srv/a.manifest.json',
  ]);
});

test('a file that is named twice is written once', () => {
  expect(paths(['.', 'stock.csv', './x/../stock.csv'], ['csv'])).toEqual(['csv /srv/stock.csv']);
});

test.each([
  [['a.csv'], ['ndjson'], '--out /srv/a.csv is a file of another format than --format ndjson'],
  [[''], [], '--out is empty: give a file or a folder'],
  [
    ['.'],
    ['xlm'],
    '--format xlm: choose csv, ndjson, json, xml, google-local-inventory, woocommerce; did you mean xml?',
  ],
  [
    ['a.csv'],
    ['csv', 'woocommerce'],
    '--out /srv/a.csv can be csv or woocommerce: name one, or give a folder',
  ],
])('%j with %j is wrong usage', (outs, wanted, message) => {
  expect(() => paths(outs, wanted)).toThrow(message);
});
