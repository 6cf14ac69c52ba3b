import { expect, it } from 'vitest';

import { linesIn } from './lines-in.ts';

async function* piecesOf(text: string, bytes: number): AsyncGenerator<Uint8Array> {
  const whole = new TextEncoder().encode(text);
  for (let at = 0; at < whole.length; at += bytes) yield whole.subarray(at, at + bytes);
}

async function linesOf(text: string, bytes: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesIn(piecesOf(text, bytes))) lines.push(line);
  return lines;
}

it.each([1, 2, 3, 5, 100])('lines are the same in pieces of %i bytes', async (bytes) => {
  const lines = ['', 'a', '\u2028b', 'äö€😀', '', 'last'];
  expect(await linesOf(lines.join('\n'), bytes)).toEqual(lines);
  expect(await linesOf('a\nb\n', bytes)).toEqual(['a', 'b']);
});

it('a line may be as long as it likes: each piece costs what it holds', async () => {
  const line = 'x'.repeat(16 * 1024 * 1024);
  const lines = await linesOf(`${line}\nend`, 256);
  expect(lines.map(({ length }) => length)).toEqual([line.length, 3]);
});
