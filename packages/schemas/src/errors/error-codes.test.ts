import { describe, expect, test } from 'vitest';

import type { ErrorAction, ErrorKind } from './error-code.ts';
import { errorCode, errorCodes } from './error-codes.ts';

/** The actions that make sense for a kind of error; the first is the usual one. */
const actionsOf: Readonly<Record<ErrorKind, readonly ErrorAction[]>> = {
  unavailable: ['backOff'],
  account: ['changeAccount', 'fixRequest'],
  quota: ['waitForHour'],
  request: ['fixRequest'],
  session: ['logIn'],
  credentials: ['fixCredentials'],
  rights: ['changeAccount'],
  // A module can be switched on; a service that took a call over cannot be switched off.
  module: ['changeAccount', 'fixRequest'],
  input: ['fixRequest'],
  conflict: ['fixRequest', 'treatAsDone'],
  business: ['fixRequest'],
  busy: ['backOff'],
  external: ['backOff', 'changeAccount'],
};

const kindsOf = (action: ErrorAction) =>
  new Set(errorCodes.filter((entry) => entry.action === action).map((entry) => entry.kind));

describe('the table of error codes', () => {
  test('holds all 183 codes once, in the order of their numbers', () => {
    const numbers = errorCodes.map((entry) => entry.code);
    expect(numbers).toHaveLength(183);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect([numbers[0], numbers.at(-1)]).toEqual([1000, 1220]);
  });

  test('gives each code a name of its own and one sentence', () => {
    expect(new Set(errorCodes.map((entry) => entry.name)).size).toBe(errorCodes.length);
    for (const { code, name, meaning } of errorCodes) {
      expect(name, String(code)).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
      expect(meaning, String(code)).toMatch(/^\S.{10,110}\.$/);
    }
  });

  test('names an action that fits the kind of error', () => {
    for (const { code, kind, action } of errorCodes) expect(actionsOf[kind], String(code)).toContain(action);
  });

  test('waits for the hour for the quota only, logs in for sessions only', () => {
    expect(kindsOf('waitForHour')).toEqual(new Set(['quota']));
    expect(kindsOf('logIn')).toEqual(new Set(['session']));
    expect(kindsOf('fixCredentials')).toEqual(new Set(['credentials']));
    expect(kindsOf('backOff')).toEqual(new Set(['unavailable', 'busy', 'external']));
  });

  test.each([
    ['logIn', [1054, 1055]],
    ['waitForHour', [1002]],
    ['backOff', [1000, 1003, 1008, 1021, 1204, 1205, 1209, 1218]],
    ['fixCredentials', [1051, 1052]],
    ['treatAsDone', [1206]],
  ] as const)('%s: %j', (action, codes) => {
    expect(codes.map((code) => errorCode(code)?.action)).toEqual(codes.map(() => action));
  });

  test('marks the codes that name the parameter', () => {
    const marked = errorCodes.filter((entry) => entry.errorField).map((entry) => entry.code);
    expect(marked).toEqual([1010, 1011, 1012, 1014, 1016, 1030, 1075, 1156, 1162]);
  });

  test('knows nothing of a code that no source lists', () => {
    expect(errorCode(1004)).toBeUndefined();
    expect(errorCode(1010)?.name).toBe('REQUIRED_PARAMETER_MISSING');
  });
});
