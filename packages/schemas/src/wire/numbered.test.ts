import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { defineCall } from '../define-call.ts';
import { decodeInput, encodeInput, inputOfParameter } from '../input-codec.ts';
import { decimal } from './decimal.ts';
import { perNumber, perWord } from './numbered.ts';

const sample = defineCall({
  name: 'sample',
  docs: 'https://example.test',
  effect: 'write',
  session: 'required',
  input: () => ({ counted: perWord(decimal).optional(), level: perNumber(decimal).optional() }),
  result: { none: true },
  errors: [],
  loggable: [],
  evidence: 'Made up for tests.',
});

const decode = (parameters: Record<string, string>) =>
  decodeInput(sample, new Map(Object.entries(parameters)));

describe('inputs by word', () => {
  it('have a dash before the word on the wire, and are an object in TypeScript', () => {
    const input = { counted: { CHECK: 5, 'CARD-VISA': 12.5, 'O1 2': 0 } };
    const parameters = encodeInput(sample, input);
    expect(Object.fromEntries(parameters)).toEqual({
      'counted-CHECK': '5',
      'counted-CARD-VISA': '12.5',
      'counted-O1 2': '0',
    });
    expect(decodeInput(sample, parameters)).toMatchObject({ input, problems: [], unknown: [] });
    expect(inputOfParameter(sample, 'counted-CARD-VISA')).toBe('counted');
  });

  it('are refused under the whole name of the parameter', () => {
    expect(decode({ 'counted-CARD': 'much' }).problems).toMatchObject([
      { field: 'counted-CARD', code: 1014 },
    ]);
  });

  it.each([
    'counted',
    'counted-',
    'counted--A',
    'counted-__proto__',
    `counted-${'A'.repeat(65)}`,
    'level-A',
    'counted1',
  ])('do not take %s', (name) => {
    expect(decode({ [name]: '1' })).toMatchObject({ input: {}, unknown: [name] });
  });

  it('are not sent under a word that could not be read back', () => {
    expect(() => encodeInput(sample, { counted: { '': 1 } })).toThrow(z.ZodError);
    expect(() => encodeInput(sample, { counted: { '-': 1 } })).toThrow(z.ZodError);
  });
});
