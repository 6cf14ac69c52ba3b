import { describe, expect, it } from 'vitest';

import { parseRows } from './parse-rows.ts';
import { readWholeFile } from './read-whole-file.ts';

async function rowsOf(
  text: string,
  options: { pieces?: number; contentLength?: number | undefined; hasFramedEnd?: boolean } = {},
) {
  const bytes = Buffer.from(text, 'latin1');
  const size = Math.max(1, Math.ceil(bytes.length / (options.pieces ?? 1)));
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const contentLength = 'contentLength' in options ? options.contentLength : bytes.length;
  const file = { status: 200, contentLength, hasFramedEnd: options.hasFramedEnd ?? false, chunks: chunks() };
  const rows: string[][] = [];
  try {
    for await (const batch of parseRows(readWholeFile(file))) rows.push(...batch);
  } catch (error) {
    return { rows, error: error as Error };
  }
  return { rows, error: undefined };
}

const file = '"productID","name"\n"1","Käse, ""alt"""\n"2","two\nlines; more"\n';
const parsed = [
  ['productID', 'name'],
  ['1', 'Käse, "alt"'],
  ['2', 'two\nlines; more'],
];

it('reads latin1, quotes, commas and newlines inside of cells', async () => {
  expect(await rowsOf(file)).toEqual({ rows: parsed, error: undefined });
});

it('reads the same wherever the pieces of the file are cut', async () => {
  for (let pieces = 1; pieces <= file.length; pieces += 1)
    expect((await rowsOf(file, { pieces })).rows).toEqual(parsed);
});

it('reads the line ends of Windows', async () => {
  expect((await rowsOf(file.replaceAll('"\n', '"\r\n'))).rows).toEqual(parsed);
});

describe('a file that did not come whole', () => {
  it('is noticed wherever it was cut', async () => {
    const whole = Buffer.byteLength(file, 'latin1');
    for (let bytes = 0; bytes < whole; bytes += 1) {
      const { error } = await rowsOf(file.slice(0, bytes), { contentLength: whole });
      expect(error?.message).toBe(`the report file is incomplete: ${bytes} of ${whole} bytes came`);
    }
  });

  it('is noticed by its end, where its length says nothing', async () => {
    expect((await rowsOf(file.slice(0, -1))).error?.message).toMatch('does not end with a newline');
    expect((await rowsOf('"a"\n"b\n')).error?.message).toMatch('ends inside quotes');
  });

  it('is taken for one when neither its length nor its framing proves its end', async () => {
    const unknown = await rowsOf(file, { contentLength: undefined });
    expect(unknown.error?.message).toMatch('neither Content-Length nor chunked framing proves its end');
    const framed = await rowsOf(file, { contentLength: undefined, hasFramedEnd: true });
    expect(framed).toEqual({ rows: parsed, error: undefined });
  });

  it('is noticed by its length, whatever its framing says', async () => {
    const { error } = await rowsOf(file, { contentLength: 99, hasFramedEnd: true });
    expect(error?.message).toBe(`the report file is incomplete: ${file.length} of 99 bytes came`);
  });
});

it('says where a file is not a proper CSV, and quotes nothing of it', async () => {
  const { error } = await rowsOf('"a","b"\n"CANARY-SECRET-7f3a"\n');
  expect(error?.message).toBe(
    'the report file is not a proper CSV near line 2 (CSV_RECORD_INCONSISTENT_FIELDS_LENGTH)',
  );
});

it('holds the rows of a small piece at a time, however large the pieces of the file are', async () => {
  async function* large() {
    yield Buffer.from('"row"\n'.repeat(100_000));
  }
  const sizes: number[] = [];
  for await (const batch of parseRows(large())) sizes.push(batch.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100_000);
  expect(Math.max(...sizes)).toBeLessThan(5000);
});

it('stops reading the file when rows are left', async () => {
  let isStopped = false;
  async function* endless() {
    try {
      for (;;) yield Buffer.from('"row"\n'.repeat(1000));
    } finally {
      isStopped = true;
    }
  }
  for await (const batch of parseRows(endless())) {
    expect(batch[0]).toEqual(['row']);
    break;
  }
  await new Promise((resolve) => setImmediate(resolve));
  expect(isStopped).toBe(true);
});
