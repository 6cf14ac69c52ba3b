import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { environment, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Runs a command in a folder that has these files. */
async function runIn(files: Readonly<Record<string, string>>, args: readonly string[], env = {}) {
  await using erply = await startMock({ products: 10, warehouses: 2 });
  using folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text);
  const variables = { ...environment(erply.url), ERPLY_PASSWORD: 'demouser', ...env };
  const result = await runMain(args, variables, { cwd: folder.path });
  return { ...result, folder: folder.path };
}

const lanesOf = (stdout: string) => [...stdout.matchAll(/^(\w+) +full /gm)].map(([, lane]) => lane);

test.each([
  ['c.yaml', '# what we copy\nlanes: [warehouses, brands]\nevery: 5m # only watch takes it\nfull: true\n'],
  ['c.json', '{ "lanes": "warehouses,brands", "every": "5m", "full": true }'],
])('options come from %s', async (name, text) => {
  const { stdout, exitCode } = await runIn({ [name]: text }, ['run', '--config', name]);
  expect(exitCode).toBe(0);
  expect(lanesOf(stdout)).toEqual(['warehouses', 'brands']);
});

test('the command line goes before the environment, and that before the file', async () => {
  const files = { 'c.yaml': 'lanes: warehouses\ndatabase: sqlite:/proc/nowhere.db\n' };
  const env = { DATABASE_URL: 'sqlite:from-environment.db' };
  const { stdout, exitCode } = await runIn(files, ['run', '--config', 'c.yaml', '--lanes', 'brands'], env);
  expect({ exitCode, lanes: lanesOf(stdout) }).toEqual({ exitCode: 0, lanes: ['brands'] });
});

test('--env-file names the file of variables, wherever it lies', async () => {
  const files = { 'prod.env': 'DATABASE_URL=sqlite:there.db\n' };
  const { stdout } = await runIn(files, ['doctor', '--env-file', 'prod.env', '--lanes', 'warehouses']);
  expect(stdout).toMatch(/^ok {4}environment: read from .*prod\.env too$/m);
  expect(stdout).toMatch(/database: .*there\.db holds nothing yet/);
});

test.each([
  ['evry: 5m', 'line 1 of FILE: there is no option evry, did you mean every?'],
  ['lanes: x\nlanes: y', 'line 2 of FILE is not YAML or JSON (DUPLICATE_KEY); is the file whole?'],
  ['{ "lanes": "warehouses",\n "every": ', 'of FILE is not YAML or JSON'],
  ['lanes:\n', 'line 1 of FILE: lanes needs a text'],
  ['full: yes please', 'line 1 of FILE: full is true or false'],
  ['json: true\nevery: { a: 1 }', 'line 2 of FILE: every needs a text'],
  ['', 'the file FILE is empty'],
  ['- a\n- b', 'the file FILE has to hold options by name'],
  ['json: true\npassword: hunter2-secret', 'line 2 of FILE: secrets do not belong into a file of options'],
  ['ERPLY_PASSWORD: hunter2-secret', 'line 1 of FILE: secrets do not belong'],
  ['heartbeat: https://hc-ping.com/hunter2-secret', 'set HEARTBEAT_URL in the environment'],
  ['database: postgres://u:hunter2-secret@h/d', 'line 1 of FILE: the address has a password'],
  ['yes: true', 'line 1 of FILE: yes belongs on the command line'],
])('%j is refused in one line, without a secret', async (text, message) => {
  const { exitCode, stderr, folder } = await runIn({ 'c.yaml': text }, ['run', '--config', 'c.yaml']);
  expect(exitCode).toBe(2);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(message.replace('FILE', join(folder, 'c.yaml')));
  expect(stderr).not.toContain('hunter2');
});

test.each(['--config', '--env-file'])('%s needs a file that is there', async (option) => {
  const { exitCode, stderr } = await runIn({}, ['run', option, 'nowhere']);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: expect.stringMatching(/there is no file .*nowhere/),
  });
});
