import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { repository, temporaryFolder } from '@erply-kit/tooling';

import { packedFolders } from './page-folders.ts';
import { pageStep } from './page-step.ts';
import { pageSteps } from './page-steps.ts';
import { runPage } from './run-page.ts';
import { testingPages } from './testing-pages.ts';

const block = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, '```', ''].join('\n');

async function runText(text: string) {
  const folder = await temporaryFolder('page');
  onTestFinished(() => folder[Symbol.asyncDispose]());
  const install = () => 'echo installed > installed.txt';
  return await runPage('page.md', pageSteps('page.md', text), {
    path: folder.path,
    env: { NAME: 'x' },
    install,
  });
}

describe('a page', () => {
  test('has its files written and its commands run, in one folder and in order', async () => {
    const text = [
      block('sh install', 'npm install something'),
      block('python deep/hello.py', 'print("hello")'),
      block('sh', 'cat deep/hello.py installed.txt', 'echo "$NAME   took 12 ms"'),
      block('text', 'print("hello")', 'x took … ms'),
      block('yaml not run: GitHub runs it', '- uses: something'),
    ].join('\n');
    expect(await runText(text)).toBe(
      '1 files written, 2 commands run, 1 blocks NOT RUN (line 19: GitHub runs it)',
    );
  });

  test.each([
    ['a command fails, although a later one does not', 'sh', 'false\ntrue', /^page\.md:1: ended with code 1/],
    ['a command fails in a pipe', 'sh', 'false | cat', /^page\.md:1: ended with code 1/],
  ])('is wrong when %s', async (_, info, text, fault) => {
    await expect(runText(block(info, text))).rejects.toThrow(fault);
  });

  test('is wrong when a command writes something else, or in another order', async () => {
    const page = (...lines: string[]) => `${block('sh', 'echo one; echo two')}\n${block('text', ...lines)}`;
    await expect(runText(page('one', 'two'))).resolves.toContain('1 commands run');
    await expect(runText(page('two', 'one'))).rejects.toThrow('page.md:1: did not write "one"');
    await expect(runText(page('on'))).rejects.toThrow('did not write "on"');
  });

  test.each(['python', 'ts', 'text', 'sh later', 'python ../up.py', 'python /top.py', 'yaml not run:'])(
    'says what is to be done with each block: `%s` does not',
    (info) => {
      expect(() => pageSteps('page.md', `\n${block(info, 'x')}`)).toThrow(
        'page.md:2: name the file of this block',
      );
    },
  );
});

describe('its step in a check', () => {
  const neverOpened = () => Promise.reject(new Error('opened'));

  test('says loudly that it was not run where the machine does not have the language', async () => {
    const page = {
      name: 'page-x',
      file: 'docs/testing.md',
      version: ['no-such-language-of-ours', '--version'],
    };
    expect(await pageStep(page, neverOpened).run()).toMatchObject({
      passed: 0,
      failed: 0,
      notRun:
        'docs/testing.md: this machine does not have what it needs (no-such-language-of-ours --version)',
    });
  });

  test('runs it where it has', async () => {
    const page = { name: 'page-x', file: 'docs/testing.md', version: [process.execPath, '--version'] };
    await expect(pageStep(page, neverOpened).run()).rejects.toThrow('opened');
  });
});

test('what a page installs of ours are the tarballs', async () => {
  await using parent = await temporaryFolder('pages');
  await mkdir(parent.path, { recursive: true });
  const packages = ['schemas', 'mock'].map((name) => ({ name, tarball: `/t/${name}.tgz` }));
  const { install, path } = await packedFolders(parent.path, packages)(testingPages[0]!);
  expect(path).toBe(join(parent.path, 'page-vitest'));
  expect(install('npm init -y\nnpm install --save-dev @erply-kit/mock @erply-kit/client vitest\n')).toBe(
    'npm init -y\nnpm install --save-dev file:/t/schemas.tgz file:/t/mock.tgz vitest\n',
  );
});

test('each page can be read, and has a first test that is run', async () => {
  for (const { file } of testingPages) {
    const steps = pageSteps(file, await readFile(join(repository, file), 'utf8'));
    expect([file, steps.some((step) => step.kind === 'file')]).toEqual([file, true]);
    expect([file, steps.some((step) => step.kind === 'run' && step.output.length > 0)]).toEqual([file, true]);
  }
});
