import { expect, it } from 'vitest';

import { readBody } from './read-body.ts';

/** Bytes 0, 1, 2 … in pieces of these sizes. */
async function* pieces(sizes: readonly number[]) {
  let at = 0;
  for (const size of sizes) {
    yield Uint8Array.from({ length: size }, (_, index) => (at + index) % 251);
    at += size;
  }
}

it.each([
  [[]],
  [[0]],
  [[1]],
  [[1, 1, 1]],
  [[65_535, 1, 1]],
  [[65_536, 65_536]],
  [[10, 200_000, 10]],
  [[0, 60_000, 60_000, 0]],
  [[600, 500, 2000, 700, 30_000, 1, 1023, 1024, 5]],
  [Array.from({ length: 50_000 }, () => 1)],
])('puts the pieces together, whatever their sizes: %j', async (sizes) => {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const whole = Uint8Array.from({ length }, (_, index) => index % 251);
  expect(Buffer.from(await readBody(pieces(sizes))).equals(whole)).toBe(true);
});

it('stops at the piece that is too much', async () => {
  const source = pieces([100, 100, 100]);
  await expect(readBody(source, 150)).rejects.toMatchObject({ failure: 'tooLarge' });
  expect(await source.next()).toEqual({ done: true, value: undefined });
});
