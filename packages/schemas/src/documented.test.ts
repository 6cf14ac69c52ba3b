import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const folder = new URL('./calls/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('.test'))
  .sort();

/** Opens a list of fields or inputs; it ends at the line that closes with the same indent. */
const opening = /^(\s*).*(?:defineRecord\(\(\) =>|input: \(\) =>|= \(\) =>|rows\() ?\(?\{$/;

/** Fields and inputs that no comment stands right above of. */
function undocumented(source: string): string[] {
  const lines = source.split('\n');
  const bare: string[] = [];
  let indents: string[] = [];
  for (const [index, line] of lines.entries()) {
    const opened = opening.exec(line);
    const field = /^(\s+)([A-Za-z]\w*)(?:: |\(\) \{)/.exec(line.replace(/^(\s+)get /, '$1'));
    const depth = indents.at(-1);
    if (
      field &&
      depth !== undefined &&
      field[1] === `${depth}  ` &&
      !lines[index - 1]?.trim().endsWith('*/')
    ) {
      bare.push(`${field[2]}`);
    }
    if (opened) indents.push(opened[1] ?? '');
    else if (depth !== undefined && /^\s*\}/.test(line) && line.startsWith(`${depth}}`))
      indents = indents.slice(0, -1);
  }
  return bare;
}

describe('call files', () => {
  it('document every field and input', () => {
    const bare = files.map(
      (file) => [file, undocumented(readFileSync(new URL(file, folder), 'utf8'))] as const,
    );
    expect(Object.fromEntries(bare.filter(([, names]) => names.length > 0))).toEqual({});
  });

  it('notice a bare field', () => {
    expect(
      undocumented('const a = defineRecord(() => ({\n  /** Of a. */\n  b: text,\n  c: text,\n}));'),
    ).toEqual(['c']);
  });

  it('of calls export one documented value each', () => {
    const calls = files.filter((file) =>
      readFileSync(new URL(file, folder), 'utf8').includes('defineCall({'),
    );
    for (const file of calls) {
      const source = readFileSync(new URL(file, folder), 'utf8');
      expect(source.match(/^export /gm), file).toHaveLength(1);
      expect(source, file).toMatch(/\*\/\nexport const \w+ = defineCall\(/);
    }
    expect(calls.length).toBeGreaterThan(0);
  });
});
