import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

const notPrograms = ['open-shop.ts', 'run.ts'];
const programs = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.ts') && !file.includes('.test.') && !notPrograms.includes(file),
);
const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

const isCall = (name: string): name is keyof typeof calls => Object.hasOwn(calls, name);

/** The calls that a program makes, by themselves or as requests for `bulk`. */
const callsOf = (source: string) => {
  const methods = [...source.matchAll(/client\.(\w+)/g)].map(([, name = '']) => name);
  return [...new Set(methods)].filter(isCall);
};

/** Those that talk to a program of ours, and not to Erply. */
const withoutErply = ['receive-stock.ts'];

const sourceOf = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');

describe.each(programs)('%s', (file) => {
  it('is short enough to read', () => {
    expect(sourceOf(file).split('\n').length).toBeLessThan(85);
  });

  it('stands in the README', () => {
    expect(readme).toContain(`(examples/${file})`);
  });
});

describe.each(programs.filter((file) => !withoutErply.includes(file)))('%s', (file) => {
  const source = sourceOf(file);

  it('says where Erply has written about each call', () => {
    const asked = callsOf(source);
    expect(asked).not.toEqual([]);
    const missing = asked.filter((name) => !source.includes(`* ${calls[name].docs}`));
    expect(missing).toEqual([]);
  });

  it('wants to hear --yes exactly when it writes to the account', () => {
    const writes = callsOf(source).some((name) => calls[name].effect !== 'read');
    expect(source.includes('{ writes: true }')).toBe(writes);
  });

  it('closes its client, on errors too', () => {
    expect(source).toContain('await using shop = openShop(');
  });
});
