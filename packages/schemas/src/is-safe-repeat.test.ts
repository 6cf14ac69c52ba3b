import { describe, expect, it } from 'vitest';

import * as calls from './calls/index.ts';
import { type AnyCall, type FindSaved, recordOf, type SafeRepeat, type ShownField } from './define-call.ts';
import { isSafeRepeat } from './is-safe-repeat.ts';

const repeatable = (Object.values(calls) as readonly AnyCall[]).filter(({ repeat }) => repeat !== undefined);
const fieldsOf = (call: AnyCall) => Object.keys(recordOf(call)?.().shape ?? {});

/** Names of fields that a search compares, those of rows apart. */
const shownFields = (shows: Readonly<Record<string, ShownField>>) =>
  Object.values(shows).map((shown) => (typeof shown === 'string' ? shown : shown.field));

describe.each(repeatable)('$name, which can be repeated', (call) => {
  const { key, answer, find } = call.repeat as SafeRepeat & { readonly find: FindSaved };
  const inputs = Object.keys(call.input());
  const searched = Object.keys(find.call.input());

  it('names its own inputs, and inputs and fields of the list', () => {
    expect(inputs).toEqual(
      expect.arrayContaining([key, find.day, ...Object.keys(find.shows), ...Object.values(find.asks)]),
    );
    expect(searched).toEqual(
      expect.arrayContaining([find.since, ...Object.keys(find.input), ...Object.keys(find.asks)]),
    );
    expect(fieldsOf(find.call)).toEqual(
      expect.arrayContaining([find.day, find.made, ...shownFields(find.shows), ...Object.values(answer)]),
    );
    expect(fieldsOf(call)).toEqual(expect.arrayContaining(Object.keys(answer)));
  });

  it('is repeated only when it makes a new record, and with a key', () => {
    expect(isSafeRepeat(call, {})).toBe(false);
    expect(isSafeRepeat(call, { [key]: 'a' })).toBe(true);
    expect(isSafeRepeat(call, { [key]: 'a', [call.idInput ?? '']: 5 })).toBe(call.idInput === undefined);
  });
});

it('is so of no call without a key', () => {
  expect(isSafeRepeat(calls.saveBrand, { name: 'x' })).toBe(false);
});
