import { expect, it } from 'vitest';

import { ReportFile } from './report-file.ts';

it('reads what was written, byte for byte, over many pieces and lines longer than one', async () => {
  const file = new ReportFile();
  const lines = Array.from({ length: 40_000 }, (_, line) => `"${line}","é${line * 7}"`);
  lines.push('x'.repeat(300_000), '');
  for (const line of lines) file.write(line);
  file.close();
  const bytes = Buffer.from(await new Response(file.read()).arrayBuffer());
  expect(bytes.toString('latin1')).toBe(`${lines.join('\n')}\n`);
  expect(file.bytes).toBe(bytes.length);
  expect(file.keptBytes).toBeLessThan(bytes.length / 2);
});

it('can be read twice at once', async () => {
  const file = new ReportFile();
  file.write('one');
  file.close();
  const read = () => new Response(file.read()).text();
  expect(await Promise.all([read(), read()])).toEqual(['one\n', 'one\n']);
});
