import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { FeedEncoder } from '../formats/feed-format.ts';
import { openEncodedFile } from './encoded-file.ts';

const encoder: FeedEncoder = {
  start: '<feed>\n',
  row: ({ productID, available }) => `<item id="${productID}">${available}</item>\n`,
  end: '</feed>\n',
};

test.each([
  ['rows', [1, 2], '<feed>\n<item id="1">5</item>\n<item id="2">5</item>\n</feed>\n'],
  ['no rows', [], '<feed>\n</feed>\n'],
])('a file of %s begins and ends as its format says', async (_, products, text) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'stock.xml');
  await using file = await openEncodedFile(path, encoder, 0);
  for (const productID of products) await file.write({ productID, available: 5 });
  expect(await file.finish()).toMatchObject({ bytes: text.length });
  await file.replace();
  expect(await readFile(path, 'utf8')).toBe(text);
});
