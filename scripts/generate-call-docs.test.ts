import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { calls, errorCodes, isDestructive } from '@erply-kit/schemas';
import { repository } from '@erply-kit/tooling';

import { callDocs, checkDeprecated, checkDestructive, documentedCalls } from './call-docs/call-docs.ts';

const pages = await callDocs();
const documented = await documentedCalls();
const pageOf = (file: string) => pages.get(`docs/calls/${file}`) ?? '';

describe('the generated pages', () => {
  test.each([...pages])('%s is current', async (path, text) => {
    expect(await readFile(join(repository, path), 'utf8')).toBe(text);
  });

  test('are all that lies beside them', async () => {
    const present = (await readdir(join(repository, 'docs/calls'))).map((name) => `docs/calls/${name}`);
    expect(present.filter((path) => !pages.has(path))).toEqual([]);
  });

  test('are the same when made twice', async () => {
    expect(await callDocs()).toEqual(pages);
  });

  test('explain every error code', () => {
    const text = pages.get('docs/errors.md') ?? '';
    for (const { code, name, meaning } of errorCodes) {
      expect(text).toContain(`| ${code} | \`${name}\` | ${meaning} |`);
    }
  });
});

describe('a deprecated call', () => {
  const deprecated = 'CRM API GET /v1/things';
  const line = `Erply recommends instead: ${deprecated}.`;

  test('names the same successor for editors as its definition does', () => {
    const found = documented.filter(({ call }) => call.deprecated !== undefined);
    expect(found.length).toBeGreaterThan(20);
    for (const { call, docs } of found)
      expect(docs.deprecated, call.name).toBe(`Erply recommends instead: ${call.deprecated}.`);
  });

  test('has no page where they differ, and the line that is needed is said', () => {
    const name = 'getThings';
    checkDeprecated({ name, deprecated }, { deprecated: line });
    checkDeprecated({ name }, { deprecated: undefined });
    for (const other of [undefined, 'Erply recommends instead: PIM API.'])
      expect(() => checkDeprecated({ name, deprecated }, { deprecated: other })).toThrow(
        `getThings needs this line in its docstring: @deprecated ${line}`,
      );
    expect(() => checkDeprecated({ name }, { deprecated: line })).toThrow('is not deprecated: remove one');
  });

  test('says so on its page', () => {
    for (const { call, file } of documented)
      expect(pageOf(file).includes('> **Deprecated by Erply**'), call.name).toBe(
        call.deprecated !== undefined,
      );
  });
});

describe('every call', () => {
  test('has a page of its own, named as its definition', () => {
    expect(documented.map(({ call }) => call.name).sort()).toEqual(Object.keys(calls).sort());
    expect(new Set(documented.map(({ file }) => file)).size).toBe(documented.length);
    const index = pageOf('README.md');
    for (const { call, file } of documented) expect(index).toContain(`[${call.name}](${file})`);
  });

  test.each(documented.map((one) => [one.call.name, one] as const))('%s names Erply’s own page', (_, one) => {
    expect(one.call.docs).toMatch(/^https:\/\/((learn-api|wiki)\.)?erply\.com\//);
    expect(pageOf(one.file)).toContain(`(${one.call.docs})`);
  });

  test.each(documented.map((one) => [one.call.name, one] as const))(
    '%s: every input is explained',
    (_, one) => {
      const page = pageOf(one.file);
      const inputs: string[] = Object.keys(one.call.input());
      for (const input of inputs) {
        expect(one.docs.input.get(input)?.prose, input).toMatch(/^\S.{3,}\S$/);
        expect(page).toMatch(
          new RegExp(`^(\\| \`${input}(#|-\\*)?\` \\|.*\\| .+ \\||### Rows: ${input})$`, 'm'),
        );
      }
    },
  );
});

describe('a destructive call', () => {
  const remarks = 'Destructive: it cannot be undone. Ask first.';

  test('warns for editors and on its page, and no other call does', () => {
    for (const { call, file } of documented) {
      const warning =
        /^> \*\*Warning\.\*\* Destructive(: it cannot be undone| unless \w+ is 0: .*)\. Ask first\.$/m;
      expect(warning.test(pageOf(file)), call.name).toBe(isDestructive(call));
    }
  });

  test('has no page without the line in its docstring, and the line is said', () => {
    const call = { name: 'deleteThing', effect: 'delete' } as const;
    checkDestructive(call, { remarks });
    expect(() => checkDestructive(call, { remarks: undefined })).toThrow(
      `deleteThing needs this line in its docstring: @remarks ${remarks}`,
    );
    const save = { name: 'saveThing', effect: 'write', destructive: { unless: 'confirmed' } } as const;
    expect(() => checkDestructive(save, { remarks })).toThrow('@remarks Destructive unless confirmed is 0: ');
    expect(() => checkDestructive({ name: 'getThings', effect: 'read' }, { remarks })).toThrow(
      'make it prose',
    );
  });
});
