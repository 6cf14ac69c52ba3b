import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { unsupportedNode } from '@erply-kit/schemas/unsupported-node';
import { repository } from '@erply-kit/tooling';

import { packageRules, programs, publishedPackages } from './package-rules.ts';

const folderOf = (name: string) => join(repository, packageRules[name]?.folder ?? '');

async function engineOf(name: string): Promise<string> {
  return JSON.parse(await readFile(join(folderOf(name), 'package.json'), 'utf8')).engines.node;
}

/** Whether a Node of a version is too old for the packages. */
const isRefused = (node: string) => unsupportedNode({ versions: { node, uv: '1' } }) !== undefined;

const libraries = publishedPackages.filter((name) => !programs.includes(name));

describe('the oldest Node', () => {
  it.each(libraries)('that %s names to npm is the one that is asked for when it starts', async (name) => {
    const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(await engineOf(name)) ?? [];
    expect(isRefused(`${major}.${minor}.0`)).toBe(false);
    expect(isRefused(`${major}.${Number(minor) - 1}.9`)).toBe(true);
  });

  it.each(programs)('that %s names is the one that it asks for when it starts', async (name) => {
    const start = await readFile(join(folderOf(name), 'src/cli.ts'), 'utf8');
    const [, asked] = /unsupportedNode\(process, '([\d.]+)'\)/.exec(start) ?? [];
    expect(await engineOf(name)).toBe(`>=${asked}`);
  });
});
