import { describe, expect, it } from 'vitest';

import { calls, isProtocolParameter, pagingParameters, protocolParameters, protocolWords } from './index.ts';

describe('the parameters of the protocol', () => {
  it('have their words among them, and no name that every object has', () => {
    for (const name of Object.keys(protocolWords)) expect(isProtocolParameter(name)).toBe(true);
    expect(isProtocolParameter('constructor')).toBe(false);
  });

  it('are none of those that list calls declare as inputs of their own', () => {
    for (const name of pagingParameters) expect(isProtocolParameter(name)).toBe(false);
    const paged = Object.values(calls).filter((call) => 'paging' in call && call.paging !== undefined);
    expect(paged.length).toBeGreaterThan(10);
    for (const call of paged)
      expect(Object.keys(call.input())).toEqual(expect.arrayContaining(['pageNo', 'recordsOnPage']));
  });

  it('each say where they are known from', () => {
    for (const source of Object.values(protocolParameters)) expect(source).toMatch(/^[\w.-]+[/.\w-]/);
  });
});
