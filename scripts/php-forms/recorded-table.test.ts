import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { repository } from '@erply-kit/tooling';

import { countedCases } from './counted-cases.ts';
import { formCases } from './form-cases.ts';

it('the recorded table asks PHP what the script asks: else run `node scripts/record-php-forms.ts`', async () => {
  const text = await readFile(join(repository, 'packages/mock/src/wire/php-forms.wire.json'), 'utf8');
  const table = JSON.parse(text) as { php: string; cases: unknown[][]; counted: Record<string, unknown>[] };
  expect(table.php).toMatch(/^8\.2\./);
  expect(table.cases.map((asked) => asked.slice(0, 3))).toEqual(
    formCases().map(({ contentType, query, body }) => [contentType, query, body]),
  );
  expect(table.counted.map(({ kept, last, ...asked }) => asked)).toEqual(countedCases);
});
