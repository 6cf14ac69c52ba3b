import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import * as calls from './calls/index.ts';
import { type AnyCall, recordOf } from './define-call.ts';
import { status } from './envelope.ts';
import { phpJson } from './wire/php-json.ts';

const evidence: [file: string, call: AnyCall][] = [
  ['calls/products/get-products', calls.getProducts],
  ['calls/session/verify-user', calls.verifyUser],
  ['calls/stock/get-product-stock', calls.getProductStock],
  ['calls/warehouses/get-warehouses', calls.getWarehouses],
  ['errors/session-error', calls.getWarehouses],
  ['errors/field-error', calls.getProducts],
  ['errors/rights-error', calls.saveProduct],
];

function answerOf(call: AnyCall) {
  const record = recordOf(call);
  if (record === undefined) throw new Error(`${call.name} has no record`);
  return z.looseObject({ status: status(), records: z.array(record()).nullish() });
}

const read = (file: string) => readFileSync(new URL(`${file}.wire.json`, import.meta.url), 'utf8').trimEnd();

describe.each(evidence)('%s.wire.json', (file, call) => {
  const text = read(file);
  const raw = JSON.parse(text);

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
