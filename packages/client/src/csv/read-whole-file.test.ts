import { describe, expect, it } from 'vitest';

import { Failure } from '../errors/failure.ts';
import { createIncompleteFailure, readWholeFile } from './read-whole-file.ts';

const bytes = new TextEncoder().encode('"a"\n"1"\n');

/** A file whose connection fails after so many of its bytes. */
function failingAfter(count: number, failure: unknown) {
  async function* chunks() {
    yield bytes.subarray(0, count);
    throw failure;
  }
  return readWholeFile({ status: 200, contentLength: bytes.length, chunks: chunks() });
}

async function read(file: AsyncIterable<Uint8Array>): Promise<number> {
  let count = 0;
  for await (const chunk of file) count += chunk.length;
  return count;
}

describe('a file whose connection breaks off', () => {
  const brokenOff = createIncompleteFailure('the connection broke off (ECONNRESET)');

  it('is whole when that was behind its last byte', async () => {
    await expect(read(failingAfter(bytes.length, brokenOff))).resolves.toBe(bytes.length);
  });

  it('is incomplete when that was before', async () => {
    await expect(read(failingAfter(bytes.length - 1, brokenOff))).rejects.toBe(brokenOff);
  });

  it('is not whole when the caller ended it, even behind its last byte', async () => {
    const aborted = new Failure('aborted by the caller', { kind: 'aborted', recovery: 'none' });
    await expect(read(failingAfter(bytes.length, aborted))).rejects.toBe(aborted);
  });
});
