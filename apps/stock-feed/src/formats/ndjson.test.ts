import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { nastyText } from '../../test/nasty-text.ts';
import { readAll } from '../../test/read-all.ts';
import { comparedRow } from '../feed-row.ts';
import { ndjson } from './ndjson.ts';

const encoder = ndjson.encoder({ warehouse: true, identifiers: true });

async function readBack(text: string) {
  return await readAll(ndjson, [text]);
}

test('a line is one object with the keys that the feed has', () => {
  expect(encoder.row({ productID: 7, available: 1.5, code: 'A', code2: '' })).toBe(
    '{"productID":7,"available":1.5,"code":"A","code2":""}\n',
  );
});

test('a row is one line, whatever a code holds', async () => {
  const isOneLine = fc.asyncProperty(nastyText, nastyText, async (code, code2) => {
    const row = { productID: 1, warehouseID: 2, available: 3, code, code2 };
    const line = encoder.row(row);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(await readBack(line + line)).toEqual([comparedRow(row), comparedRow(row)]);
  });
  await fc.assert(isOneLine, propertyRun(300));
});

test('no reader finds the end of a line in a code: that of Node 24 splits at U+2028', async () => {
  const line = encoder.row({
    productID: 1,
    warehouseID: 2,
    available: 3,
    code: 'a\u2028b',
    code2: 'c\u2029\u0085d',
  });
  const lines: string[] = [];
  for await (const read of createInterface({ input: Readable.from([line]) })) lines.push(read);
  expect(lines).toEqual([line.trimEnd()]);
  expect(line).toContain('a\\u2028b');
});

test.each([
  ['cut off in a line', '{"productID":1,"available":2}\n{"productID"'],
  ['of something else', '{"id":1}\n'],
  ['that is not JSON', 'secret text\n'],
])('a file %s is refused without quoting it', async (_, text) => {
  await expect(readBack(text)).rejects.toThrow(
    /^(the last line has no end|a number is missing|a line is not JSON)$/,
  );
});
