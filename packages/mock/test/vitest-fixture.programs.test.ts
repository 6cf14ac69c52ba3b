import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { repository, run, temporaryFolder } from '@erply-kit/tooling';

/** A project of a user who has vitest and the fake installed. */
async function project(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder('vitest', {
    'package.json': '{ "type": "module" }',
    'vitest.config.js': config,
    'ask.js': ask,
    ...files,
  });
  await mkdir(join(folder.path, 'node_modules/@erply-kit'), { recursive: true });
  await symlink(join(repository, 'packages/mock'), join(folder.path, 'node_modules/@erply-kit/mock'));
  await symlink(join(repository, 'node_modules/vitest'), join(folder.path, 'node_modules/vitest'));
  return folder;
}

/** Node reads the sources of the fake by itself; Vite would transform hundreds of files of them. */
const config =
  'export default { test: { testTimeout: 400_000, hookTimeout: 400_000, experimental: { viteModuleRunner: false, nodeLoader: false } } };';

const ask = `
export async function ask({ url, clientCode }, fields) {
  const body = new URLSearchParams({ clientCode, ...fields });
  return (await fetch(url + '/api/', { method: 'POST', body })).json();
}
export async function logIn(account) {
  const { username, password } = account;
  const { records } = await ask(account, { request: 'verifyUser', username, password });
  return records[0].sessionKey;
}
`;

const head = `
import { describe, expect } from 'vitest';
import { erplyTest } from '@erply-kit/mock/vitest';
import { ask, logIn } from './ask.js';
`;

const passing = `${head}
const test = erplyTest({ products: 3 });
const codes = new Set();
describe('a suite', () => {
  test('has an account', async ({ erply }) => {
    codes.add(erply.clientCode);
    erply.data('products').update(1, { name: 'Renamed' });
    const { records } = await ask(erply, { request: 'getProducts', sessionKey: await logIn(erply), productID: '1' });
    expect(records[0].name).toBe('Renamed');
    expect(erply.connection).toEqual({ url: erply.url, clientCode: erply.clientCode, username: 'demo', password: 'demouser' });
    console.log('CODE', erply.clientCode);
  });
  for (const name of ['one', 'one', 'two']) {
    test.concurrent(name, async ({ erply, erplyMock }) => {
      codes.add(erply.clientCode);
      await logIn(erply);
      expect(erplyMock.accounts()).toContain(erply.clientCode);
    });
  }
});
test('has one of its own, and those of before are forgotten', ({ erplyMock }) => {
  expect(codes.size).toBe(4);
  expect(erplyMock.accounts()).toEqual([]);
});
test.fails('is not explained where it is meant to fail', async ({ erply }) => {
  await logIn(erply);
  throw new Error('meant');
});
test('is not explained where it is left out', async ({ erply, skip }) => {
  await logIn(erply);
  skip();
});
`;

const failing = `${head}
const test = erplyTest({ products: 3 });
test('fails by itself', async ({ erply }) => {
  const sessionKey = await logIn(erply);
  await ask(erply, { request: 'getProducts', sessionKey, recordsOnPage: '2' });
  expect(1).toBe(2);
});
test('asks for a fault that does not fire', async ({ erply }) => {
  erply.addFault({ match: { request: 'getBrands' }, effect: { errorCode: 1002 } });
  await logIn(erply);
});
`;

async function vitest(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  await using folder = await project(files);
  const command = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--no-color', ...args];
  // A run of vitest within one must not take its settings.
  const env = { VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined, NODE_OPTIONS: '' };
  return await run(command, { cwd: folder.path, env, timeoutMs: 500_000 });
}

describe('the fixture for vitest', () => {
  it.each([[], ['--no-isolate', '--pool=threads']])(
    'gives each test an account of its own, is silent where all is well, and lets the worker end: %s',
    async (...args) => {
      const files = { 'a.test.js': passing, 'b.test.js': passing };
      const { code, output } = await vitest(files, '--max-workers=1', ...args);
      expect(output).toMatch(/Tests {2}10 passed \| 2 expected fail \| 2 skipped/);
      expect(output).not.toContain('Requests of account');
      expect(output).not.toContain('close timed out');
      const codes = output.match(/has-an-account-[0-9a-f]{8}/g);
      expect(new Set(codes).size).toBe(2);
      expect(code).toBe(0);
    },
  );

  it('shows below a test that fails what was asked, also where its faults have not fired', async () => {
    const { code, output } = await vitest({ 'failing.test.js': failing }, '--retry=1');
    expect(code).toBe(1);
    expect(output).toContain('expected 1 to be 2');
    expect(output).toMatch(
      /stderr \| failing\.test\.js > fails by itself\nRequests of account fails-by-itself-[0-9a-f]{8}, the last one at the end:\n {2}#1 \S+ verifyUser .*\n {2}#2 \S+ getProducts recordsOnPage=2 → ok, 2 records\n/,
    );
    expect(output).toContain('1 fault has not fired');
    expect(output).toMatch(/stderr .* does not fire\nRequests of account asks-for-a-fault-tha-/);
    // A second try of each has an account that nothing was done to.
    expect(output.match(/#1 /g)).toHaveLength(4);
    expect(output).not.toContain('#3 ');
  });
});
