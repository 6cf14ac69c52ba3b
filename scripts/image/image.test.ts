import { readFile } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';

import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';

import { repository } from '@erply-kit/tooling';

import { ignoredPaths } from './build-in-folders.ts';
import { readDockerfile } from './dockerfile.ts';

const images = [
  { name: 'mock', program: 'dist/erply-mock.js', source: 'packages/mock/src/cli.ts' },
  { name: 'importer', program: 'dist/cli.js', source: 'apps/importer/src/cli.ts' },
  { name: 'stock-feed', program: 'dist/cli.js', source: 'apps/stock-feed/src/cli.ts' },
];

const read = async (name: string) => {
  const file = join(repository, `deploy/${name}/Dockerfile`);
  const text = await readFile(file, 'utf8');
  const stages = readDockerfile(text);
  const step = (keyword: string) => stages.at(-1)?.steps.findLast((one) => one.keyword === keyword);
  return { file, text, stages, step };
};

describe.each(images)('the Dockerfile of $name', async ({ name, program, source }) => {
  const { file, text, stages, step } = await read(name);

  test('it has no fault that an engine would refuse or warn about', () => {
    expect(validate(text)).toEqual([]);
    expect(validate(text.replace(/EXPOSE \d+/, 'EXPOSE http:'))).toHaveLength(1);
  });

  test('its bases are pinned by version and digest, and are the same', () => {
    expect(stages).toHaveLength(2);
    for (const { base } of stages)
      expect(base).toMatch(/^node:\d+\.\d+\.\d+-trixie-slim@sha256:[0-9a-f]{64}$/);
    expect(new Set(stages.map(({ base }) => base)).size).toBe(1);
  });

  test('it runs as a user who is not root, as a program that gets the signals', () => {
    expect(step('USER')?.text).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(step('ENTRYPOINT')).toMatchObject({ isJson: true, args: ['node', program] });
    expect(step('STOPSIGNAL')?.text).toBe('SIGTERM');
  });

  test('what is secret or installed on the machine that builds stays out of it', async () => {
    const ignored = await ignoredPaths(`${file}.dockerignore`);
    const isIgnored = (path: string) => ignored.some((pattern) => matchesGlob(path, pattern));
    for (const path of [
      '.env',
      '.env.local',
      'apps/importer/.env',
      '.git',
      'node_modules',
      'packages/mock/node_modules',
    ])
      expect([path, isIgnored(path)]).toEqual([path, true]);
    for (const path of ['.pnpmfile.cjs', '.ci/pnpm', source, 'pnpm-lock.yaml'])
      expect([path, isIgnored(path)]).toEqual([path, false]);
  });
});

test('the fake says whether it is healthy', async () => {
  const { step } = await read('mock');
  expect(step('HEALTHCHECK')).toMatchObject({ isJson: true, args: ['node', '-e', expect.any(String)] });
  expect(step('ENV')?.args).toContain(`ERPLY_MOCK_PORT=${step('EXPOSE')?.text}`);
});
