import { describe, expect, it } from 'vitest';
import type * as z from 'zod';

import * as calls from './calls/index.ts';
import type { AnyCall } from './define-call.ts';
import { timesInMilliseconds } from './times-in-milliseconds.ts';
import { isInMilliseconds } from './wire/milliseconds.ts';
import { wireOf } from './wire/wire.ts';

const allCalls = Object.values(calls as Record<string, AnyCall>);
const shapeOf = (call: AnyCall) => Object.entries(call.input() as Record<string, z.ZodType>);
const isTime = (schema: z.ZodType) => /^unixSeconds(String)?$/.test(wireOf(schema)?.name ?? '');

it('knows milliseconds since March 1973 from seconds up to the year 5138', () => {
  expect(new Date(1e11).toISOString()).toBe('1973-03-03T09:46:40.000Z');
  expect(new Date(1e11 * 1000).getUTCFullYear()).toBe(5138);
  expect([1e11, 1_700_000_000_000].map(isInMilliseconds)).toEqual([true, true]);
  expect([0, 1_700_000_000, 1e11 - 1, Number.NaN, '1700000000000', undefined].map(isInMilliseconds)).toEqual(
    Array(6).fill(false),
  );
});

const times = allCalls.flatMap((call) =>
  shapeOf(call).flatMap(([name, schema]) =>
    isTime(schema) ? [{ call, name, title: `${call.name} ${name}` }] : [],
  ),
);

describe('an input of seconds', () => {
  it.each(times)('is found when it is in milliseconds: $title', ({ call, name }) => {
    expect(timesInMilliseconds(call.input(), { [name]: 1_700_000_000_000 })).toEqual([name]);
    expect(timesInMilliseconds(call.input(), { [name]: 1_700_000_000 })).toEqual([]);
  });

  it('is looked for by its codec, so that others may be as large as they like', () => {
    expect(times.length).toBeGreaterThan(50);
    expect(
      timesInMilliseconds((calls.getProducts as AnyCall).input(), { productID: 1_700_000_000_000 }),
    ).toEqual([]);
  });

  it('never stands in a row, where nobody would look for it', () => {
    const cells = allCalls.flatMap((call) =>
      shapeOf(call).flatMap(([name, schema]) => {
        const own = (schema as z.ZodOptional).unwrap?.() ?? schema;
        const inner = ((own as z.ZodArray).element as z.ZodObject | undefined)?.shape ?? {};
        const value = (own as z.ZodRecord).valueType as z.ZodType | undefined;
        return [...Object.values(inner as Record<string, z.ZodType>), ...(value ? [value] : [])].map(
          (cell) => ({
            name: `${call.name} ${name}`,
            cell,
          }),
        );
      }),
    );
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter(({ cell }) => isTime(cell)).map(({ name }) => name)).toEqual([]);
  });
});
