import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import * as calls from './calls/index.ts';
import { type AnyCall, recordOf } from './define-call.ts';
import { status } from './envelope.ts';
import { phpJson } from './wire/php-json.ts';

const sources = new URL('.', import.meta.url);
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.wire.json'),
);
const allCalls: readonly AnyCall[] = Object.values(calls);

/** A captured answer, and the call that it says it is of. */
const evidence = files.map((file) => {
  const text = readFileSync(new URL(file, sources), 'utf8').trimEnd();
  const raw = JSON.parse(text);
  const call = allCalls.find(({ name }) => name === raw.status.request);
  if (call === undefined) throw new Error(`${file}: its status names no call that is defined`);
  return { file, text, raw, call };
});

function answerOf(call: AnyCall) {
  const record = recordOf(call);
  if (record === undefined) throw new Error(`${call.name} has no record`);
  return z.looseObject({ status: status(), records: z.array(record()).nullish() });
}

it('there is captured evidence', () => {
  expect(files.length).toBeGreaterThan(5);
});

describe.each(evidence)('$file', ({ text, raw, call }) => {
  it('decodes', () => {
    const answer = z.decode(answerOf(call), raw);
    expect(answer.status.request).toBe(call.name);
  });

  it('has no field that the definition does not know', () => {
    const strict = z.strictObject(status().shape);
    expect(z.safeDecode(strict, raw.status).error).toBeUndefined();
    for (const one of raw.records ?? []) {
      const known = Object.keys(recordOf(call)?.().shape ?? {});
      expect(Object.keys(one).filter((key) => !known.includes(key))).toEqual([]);
    }
  });

  it('encodes back to what it was, to the byte', () => {
    const schema = answerOf(call);
    const encoded = z.encode(schema, z.decode(schema, raw));
    expect(encoded).toEqual(raw);
    expect(phpJson(encoded)).toBe(text);
  });
});
