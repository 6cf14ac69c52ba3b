import { expect, test } from 'vitest';

import { createProgress } from './progress.ts';

function shown(isTTY: boolean) {
  let text = '';
  const progress = createProgress({ isTTY, write: (more: string) => (text += more) });
  progress.step('stock of Depot\n(1 of 1)');
  for (let row = 0; row < 6000; row++) progress.row();
  progress.note('waiting');
  progress.step('products');
  progress.end();
  return text;
}

test('a log gets one plain line for each finished step', () => {
  expect(shown(false)).toBe('waiting\nstock of Depot (1 of 1): 6,000 rows\nproducts\n');
});

test('a terminal gets one line that is written over', () => {
  const line = 'stock of Depot (1 of 1)';
  expect(shown(true).replaceAll('\r\x1b[K', '<')).toBe(
    `${line}<${line}: 5,000 rows<waiting\n${line}: 6,000 rows<${line}: 6,000 rows\nproducts<products\n`,
  );
});
