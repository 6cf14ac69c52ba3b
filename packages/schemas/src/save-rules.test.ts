import { describe, expect, it } from 'vitest';

import * as calls from './calls/index.ts';
import { decodeInput } from './input-codec.ts';
import { brokenSaveRules, inputsOfRule, type SaveRule } from './save-rules.ts';

const rules: Readonly<Record<string, SaveRule>> = {
  atMostOne: { kind: 'atMostOne', of: [['a', 'as'], ['b']], code: 1 },
  atLeastOne: { kind: 'atLeastOne', of: ['a', 'b'], code: 2 },
  needsOne: { kind: 'needsOne', inputs: ['a', 'b'], needs: ['c', 'd'], code: 3 },
  where: { kind: 'needsOne', inputs: ['a'], needs: ['c'], where: ['w'], code: 4 },
  needsWord: { kind: 'needsWord', input: 'a', of: 'b', word: 'x', code: 5 },
  notBelow: { kind: 'notBelow', input: 'a', than: 'b', code: 6 },
  above: { kind: 'above', input: 'a', than: 'b', code: 7 },
  asManyAs: { kind: 'asManyAs', input: 'a', as: 'b', code: 8 },
};

/** The input that breaks a rule; `undefined` where none does. */
const breaking = (rule: string, values: object) =>
  brokenSaveRules([rules[rule] as SaveRule], values as Record<string, unknown>)[0]?.field;

describe('a rule of a save', () => {
  it.each([
    ['atMostOne', { a: 1, b: 1 }, 'b'],
    ['atMostOne', { as: [1], b: 1 }, 'b'],
    ['atMostOne', { a: 1, as: [1], b: 0 }, undefined],
    ['atLeastOne', {}, 'a'],
    ['atLeastOne', { a: 0, b: '' }, 'a'],
    ['atLeastOne', { a: null, b: [] }, 'a'],
    ['atLeastOne', { a: [0] }, 'a'],
    ['atLeastOne', { b: 'x' }, undefined],
    ['needsOne', { b: 1 }, 'b'],
    ['needsOne', { a: 1, c: 0 }, 'a'],
    ['needsOne', { a: 1, d: 1 }, undefined],
    ['needsOne', {}, undefined],
    ['where', { a: 1, w: 1 }, 'a'],
    ['where', { a: 1 }, undefined],
    ['where', { a: 1, w: 1, c: 1 }, undefined],
    ['needsWord', { a: 1 }, 'a'],
    ['needsWord', { a: 1, b: 'y' }, 'a'],
    ['needsWord', { a: 1, b: 'x' }, undefined],
    ['needsWord', { a: 0, b: 'y' }, undefined],
    ['notBelow', { a: 1, b: 2 }, 'a'],
    ['notBelow', { a: 2, b: 2 }, undefined],
    ['notBelow', { a: 1 }, undefined],
    ['above', { a: 2, b: 2 }, 'a'],
    ['above', { a: 2.01, b: 2 }, undefined],
    ['above', { b: 2 }, undefined],
    ['asManyAs', { a: [1], b: [1, 2] }, 'a'],
    ['asManyAs', { a: [1] }, 'a'],
    ['asManyAs', { a: [1, 2], b: [1, 2] }, undefined],
    ['asManyAs', { b: [1, 2] }, undefined],
  ])('%s of %o is broken by %s', (rule, values, field) => {
    expect(breaking(rule, values)).toBe(field);
  });

  it('comes with its code, in the order of the declaration', () => {
    const two = brokenSaveRules([rules.atMostOne as SaveRule, rules.above as SaveRule], { a: 1, b: 2 });
    expect(two).toEqual([
      { field: 'b', code: 1, message: 'not together with a' },
      { field: 'a', code: 7, message: 'not more than b' },
    ]);
  });

  it('names all its inputs', () => {
    expect(Object.values(rules).map((rule) => [...inputsOfRule(rule)])).toEqual([
      ['a', 'as', 'b'],
      ['a', 'b'],
      ['a', 'b', 'c', 'd'],
      ['a', 'c', 'w'],
      ...Array.from({ length: 4 }, () => ['a', 'b']),
    ]);
  });
});

describe('the rules of saveCampaign', () => {
  const problems = (fields: Record<string, string>) =>
    decodeInput(calls.saveCampaign, Object.entries(fields)).problems.map(({ code }) => code);

  it('judge a new promotion by its inputs, after what is wrong with each of them', () => {
    expect(problems({ purchaseTotalValue: '5' })).toEqual([1049]);
    expect(problems({ purchaseTotalValue: 'x', sumOffEntirePurchase: '1' })).toEqual([1014, 1047]);
  });

  it('leave the judgement of an edit to who has the promotion', () => {
    expect(problems({ campaignID: '1', purchaseTotalValue: '5' })).toEqual([]);
  });
});
