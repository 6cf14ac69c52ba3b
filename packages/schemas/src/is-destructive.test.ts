import { describe, expect, it } from 'vitest';

import * as calls from './calls/index.ts';
import type { AnyCall } from './define-call.ts';
import { isDestructive } from './is-destructive.ts';

const allCalls = Object.values(calls) as readonly AnyCall[];
const named = (pattern: RegExp) => allCalls.filter(({ name }) => pattern.test(name));

describe('isDestructive', () => {
  it.each(named(/^delete/))('is true of $name, whatever its input', (call) => {
    expect(call.effect).toBe('delete');
    expect(isDestructive(call)).toBe(true);
    expect(isDestructive(call, call.example)).toBe(true);
  });

  it.each(allCalls.filter(({ effect }) => effect === 'delete'))('is true of $name, which deletes', (call) => {
    expect(isDestructive(call)).toBe(true);
  });

  it.each(allCalls.filter(({ effect }) => effect === 'read'))('is false of $name, which reads', (call) => {
    expect(call.destructive).toBeUndefined();
    expect(isDestructive(call, call.example)).toBe(false);
  });

  it.each(
    allCalls.filter(
      (call) =>
        ['confirmed', 'confirmInvoice'].some((flag) => Object.hasOwn(call.input(), flag)) &&
        call.effect === 'write',
    ),
  )('is true of $name unless it leaves a draft', (call) => {
    const flag = call.destructive?.unless ?? '';
    expect(['confirmed', 'confirmInvoice']).toContain(flag);
    expect(isDestructive(call)).toBe(true);
    expect(isDestructive(call, { [flag]: 1 })).toBe(true);
    expect(isDestructive(call, { [flag]: 0 })).toBe(false);
  });

  it('is false of a save that can be saved again', () => {
    expect(isDestructive(calls.saveBrand, { name: 'x' })).toBe(false);
  });
});
