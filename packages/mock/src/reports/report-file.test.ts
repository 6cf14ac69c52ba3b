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

it('is read while it is written, and knows its length once it is closed', async () => {
  const file = new ReportFile();
  const text = new Response(file.read()).text();
  const lines = Array.from({ length: 20_000 }, (_, line) => `"${line}"`);
  for (const line of lines) file.write(line);
  expect(file.bytes).toBeUndefined();
  file.close();
  expect(await text).toBe(`${lines.join('\n')}\n`);
  expect(file.bytes).toBe((await text).length);
});

it('hands its readers the error that ended it', async () => {
  const file = new ReportFile();
  const text = new Response(file.read()).text();
  file.fail(new Error('the disk is full'));
  await expect(text).rejects.toThrow('the disk is full');
  await expect(file.begun()).rejects.toThrow('the disk is full');
});
