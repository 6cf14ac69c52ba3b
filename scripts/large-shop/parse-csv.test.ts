import { expect, test } from 'vitest';

import { parseCsv } from './parse-csv.ts';

test('quotes, commas and line feeds inside a field are read', () => {
  expect(parseCsv('"a","b"\n1,"x, ""y""\nz"\n,\n')).toEqual([
    { a: '1', b: 'x, "y"\nz' },
    { a: '', b: '' },
  ]);
});

test.each([
  ['a quote that is not closed', 'a,b\n1,"x\n', 'from character 6 on'],
  ['text behind a quote', 'a,b\n1,"x"y\n', 'from character 6 on'],
  ['a last line without its end', 'a,b\n1,', 'in the middle of a line'],
  ['a field too many', 'a,b\n1,2\n1,2,3\n', 'line 3 of the CSV'],
])('%s is refused', (_, text, message) => {
  expect(() => parseCsv(text)).toThrow(message);
});
