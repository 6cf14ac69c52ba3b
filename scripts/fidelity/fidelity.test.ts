import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { switches } from '@erply-kit/mock';
import { repository } from '@erply-kit/tooling';

import type { Fact } from './fact.ts';
import { fidelityPage } from './fidelity-page.ts';
import { ledger } from './ledger.ts';
import { testFile } from './test-files.ts';
import { testTitles } from './test-titles.ts';

const facts = Object.values(ledger).flat();

/** Switches that change nothing that is served yet. */
const idle = ['orderReserves'];

async function isProved({ test: [file, title] }: Fact): Promise<boolean> {
  const path = join(repository, testFile(file));
  const source = await readFile(path, 'utf8').catch(() => '');
  return testTitles(path, source).has(title);
}

describe('the ledger of behaviours', () => {
  it('names a test for each, which is there and runs', async () => {
    const unproved: string[] = [];
    for (const fact of facts)
      if (!(await isProved(fact))) unproved.push(`${fact.behaviour} (${fact.test.join(': ')})`);
    expect(unproved).toEqual([]);
  });

  it('has each behaviour once', () => {
    expect(new Set(facts.map(({ behaviour }) => behaviour)).size).toBe(facts.length);
  });

  it('has every switch', () => {
    const named = new Set(facts.map(({ option }) => option?.replace('--set ', '')));
    expect(Object.keys(switches).filter((name) => !named.has(name as never))).toEqual(idle);
  });

  it('is printed with option and proof', () => {
    expect(fidelityPage()).toContain(
      '| inferred | `--set merge` | [parameters](../packages/mock/src/wire/parameters.test.ts): ',
    );
  });
});

describe('titles of tests', () => {
  it('are those of tests that run', () => {
    const source = `
      it('plain', () => {});
      test(\`template\`, () => {});
      it.each([1])('each %s', () => {});
      it.skip('skipped', () => {});
      it.todo('to do');
      describe('group', () => {});
      other('call', () => {});`;
    expect([...testTitles('a.test.ts', source)]).toEqual(['plain', 'template', 'each %s']);
  });
});
