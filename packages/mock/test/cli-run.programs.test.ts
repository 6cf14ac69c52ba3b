import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { run, temporaryFolder } from '@erply-kit/tooling';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);
const node = process.execPath;

/** Runs `erply-mock` to its end. */
const mock = (args: readonly string[], env: Record<string, string> = {}) =>
  run([node, cli, ...args], { env, timeoutMs: 300_000 });

/** A program as an argument: prints what it finds in the environment, and asks the fake whether it is there. */
const askHealth = `
const { ERPLY_API_URL, ERPLY_CLIENT_CODE, ERPLY_USERNAME, ERPLY_PASSWORD, ERPLY_PASSWORD_FILE } = process.env;
const { status, seed } = await (await fetch(ERPLY_API_URL + '/_mock/health')).json();
const found = { ERPLY_CLIENT_CODE, ERPLY_USERNAME, ERPLY_PASSWORD, ERPLY_PASSWORD_FILE, status, seed, ERPLY_API_URL };
console.log(JSON.stringify({ ...found, args: process.argv.slice(1) }));
`;

/** Starts `erply-mock` and answers it with what it has written. */
function start(args: readonly string[]) {
  const child = spawn(node, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (output.stdout += data));
  child.stderr.on('data', (data) => (output.stderr += data));
  return { child, output };
}

async function linesOf({ child, output }: ReturnType<typeof start>, count: number): Promise<string[]> {
  while (output.stdout.split('\n').length <= count) await once(child.stdout, 'data');
  return output.stdout.trim().split('\n');
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

/** Whether a process is there and has not ended; what nobody has waited for is a zombie. */
async function lives(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '0 (x) Z');
  return !/\) [ZX]/.test(status);
}

describe('erply-mock run', () => {
  it('runs a command with a fake of its own, and prints nothing itself', async () => {
    const { code, stdout, output } = await mock(
      ['run', '--seed', '7', '--', node, '-e', askHealth, '--', "a 'b' $HOME", '--help'],
      { ERPLY_PASSWORD_FILE: '/nowhere', ERPLY_API_URL: 'https://100001.erply.com', ERPLY_MOCK_SEED: '9' },
    );
    expect(code).toBe(0);
    expect(output).toBe(stdout);
    const { ERPLY_API_URL, ...found } = JSON.parse(stdout);
    expect(found).toEqual({
      ERPLY_CLIENT_CODE: '100001',
      ERPLY_USERNAME: 'demo',
      ERPLY_PASSWORD: 'demouser',
      ERPLY_PASSWORD_FILE: '',
      status: 'ready',
      seed: 7,
      args: ["a 'b' $HOME", '--help'],
    });
    await expect(fetch(ERPLY_API_URL)).rejects.toThrow();
  });

  it.each([
    [['--client-code', 'shop'], 'shop', '127.0.0.1'],
    [['--accounts', 'one,two', '--host', '0.0.0.0'], 'one', '127.0.0.1'],
  ])('takes a client code, and an address that clients can use: %s', async (options, clientCode, host) => {
    const { stdout } = await mock(['run', ...options, '--', node, '-e', askHealth]);
    const { ERPLY_API_URL, ERPLY_CLIENT_CODE } = JSON.parse(stdout);
    expect([new URL(ERPLY_API_URL).hostname, ERPLY_CLIENT_CODE]).toEqual([host, clientCode]);
  });

  it.each([
    ['process.exit(3)', 3],
    ['process.kill(process.pid, "SIGTERM")', 143],
    ['process.kill(process.pid, "SIGKILL")', 137],
    ['throw new Error("x")', 1],
  ])('ends as the command does: %s', async (program, expected) => {
    expect((await mock(['run', '--', node, '-e', program])).code).toBe(expected);
  });

  it.each([
    [
      '/nowhere/pytest',
      127,
      /^erply-mock: "\/nowhere\/pytest" was not found: is it installed, and on the PATH\?.*\n$/,
    ],
    [import.meta.filename, 126, /^erply-mock: ".*cli-run.programs.test.ts" cannot be run \(EACCES\)\n$/],
  ])('says in one line which command cannot be started: %s', async (command, expected, message) => {
    const { code, output } = await mock(['run', '--', command]);
    expect(code).toBe(expected);
    expect(output).toMatch(message);
  });

  it('refuses a command without -- with one line and exit code 2', async () => {
    expect(await mock(['run', 'npm', 'test'])).toMatchObject({
      code: 2,
      output: 'erply-mock: unexpected "npm": the command comes behind --; see --help\n',
    });
  });
});

/** Prints its process ID, and the ID of a child of its own, and goes on until it is told to end. */
const stayWithChild = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
child.unref();
process.on('SIGINT', () => { console.log('SIGINT'); process.exit(5); });
setInterval(() => {}, 1000);
console.log(process.pid);
console.log(child.pid);
`;

describe.skipIf(process.platform !== 'linux')('a command of erply-mock run', () => {
  it('gets the signal, its exit code counts, and nothing that it has started is left', async () => {
    const running = start(['run', '--', node, '-e', stayWithChild]);
    const pids = (await linesOf(running, 2)).map(Number);
    expect(await Promise.all(pids.map(lives))).toEqual([true, true]);
    running.child.kill('SIGINT');
    expect(await endOf(running.child)).toBe(5);
    expect(running.output.stdout).toContain('SIGINT');
    expect(await Promise.all(pids.map(lives))).toEqual([false, false]);
  });

  it('leaves nothing running when it ends by itself', async () => {
    const { code, stdout } = await mock(['run', '--', 'sh', '-c', 'sleep 1000 >/dev/null 2>&1 & echo $!']);
    expect(code).toBe(0);
    expect(await lives(Number(stdout))).toBe(false);
  });

  it('is killed by a second signal, however it takes the first', async () => {
    const deaf = `process.on('SIGTERM', () => console.log('no')); setInterval(() => {}, 1000); console.log('up');`;
    const running = start(['run', '--', node, '-e', deaf]);
    await linesOf(running, 1);
    running.child.kill('SIGTERM');
    await linesOf(running, 2);
    const closed = endOf(running.child);
    // One that comes at once is the same one, passed on by npm.
    while (running.child.exitCode === null && running.child.signalCode === null) {
      running.child.kill('SIGTERM');
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 50))]);
    }
    expect(await closed).toBe(137);
  });

  it('ends by the signal where it does nothing about it', async () => {
    const running = start(['run', '--', node, '-e', stayWithChild]);
    const [pid] = (await linesOf(running, 2)).map(Number);
    expect(await lives(Number(pid))).toBe(true);
    running.child.kill('SIGTERM');
    expect(await endOf(running.child)).toBe(143);
    expect(await lives(Number(pid))).toBe(false);
  });
});

describe('erply-mock env', () => {
  it('prints lines that a shell takes', async () => {
    const { code, stdout } = await mock(['env', '--url', 'http://127.0.0.1:9000/', '--client-code', 'shop']);
    expect(code).toBe(0);
    expect(stdout).toBe(`export ERPLY_API_URL='http://127.0.0.1:9000'
export ERPLY_CLIENT_CODE='shop'
export ERPLY_USERNAME='demo'
export ERPLY_PASSWORD='demouser'
export ERPLY_PASSWORD_FILE=''
`);
    const shell = await run(['sh', '-c', `eval "$ERPLY_LINES"; echo "$ERPLY_API_URL $ERPLY_CLIENT_CODE"`], {
      env: { ERPLY_LINES: stdout },
    });
    expect(shell.stdout).toBe('http://127.0.0.1:9000 shop\n');
  });

  it('finds the fake where its own variables say', async () => {
    const env = { ERPLY_MOCK_HOST: '::1', ERPLY_MOCK_PORT: '8091', ERPLY_MOCK_SHELL: 'github' };
    expect((await mock(['env'], env)).stdout).toContain('ERPLY_API_URL=http://[::1]:8091\n');
  });

  it.each(['run', 'env'])('explains itself: %s', async (name) => {
    const { code, stdout } = await mock([name, '--help']);
    expect(code).toBe(0);
    for (const word of [`Usage: erply-mock ${name}`, '--client-code CODE', 'ERPLY_API_URL'])
      expect(stdout).toContain(word);
  });
});

describe('--ready-file', () => {
  it('is there with the URL while the fake can answer, and replaces that of an earlier one', async () => {
    await using folder = await temporaryFolder('ready', { 'mock.url': 'http://127.0.0.1:1\n' });
    const file = join(folder.path, 'mock.url');
    const running = start(['--port', '0', '--ready-file', file]);
    const [url] = await linesOf(running, 1);
    expect(await readFile(file, 'utf8')).toBe(`${url}\n`);
    running.child.kill('SIGTERM');
    expect(await endOf(running.child)).toBe(0);
    expect(existsSync(file)).toBe(false);
  });

  it('is there for a command, too', async () => {
    await using folder = await temporaryFolder('ready');
    const file = join(folder.path, 'mock.url');
    const { stdout } = await mock([
      'run',
      '--ready-file',
      file,
      '--',
      'sh',
      '-c',
      'cat "$0"; echo "$ERPLY_API_URL"',
      file,
    ]);
    const [first, second] = stdout.split('\n');
    expect(first).toMatch(/^http:/);
    expect(second).toBe(first);
    expect(existsSync(file)).toBe(false);
  });

  it('never takes the place of something else, and needs its folder', async () => {
    await using folder = await temporaryFolder('ready', { 'main.js': 'export {};\n' });
    const file = join(folder.path, 'main.js');
    const taken = await mock(['--port', '0', '--ready-file', file]);
    expect(taken).toMatchObject({
      code: 2,
      output: `erply-mock: --ready-file: ${file} is something else, and stays as it is; name another file\n`,
    });
    expect(await readFile(file, 'utf8')).toBe('export {};\n');
    const missing = await mock(['--port', '0', '--ready-file', join(folder.path, 'none/mock.url')]);
    expect(missing).toMatchObject({
      code: 2,
      output: `erply-mock: --ready-file: the folder ${folder.path}/none does not exist: make it first\n`,
    });
  });

  it('is not left by a fake that cannot start, and stays where another fake has taken it', async () => {
    await using folder = await temporaryFolder('ready');
    const file = join(folder.path, 'mock.url');
    expect(await mock(['--port', '70000', '--ready-file', file])).toMatchObject({ code: 2 });
    expect(existsSync(file)).toBe(false);
    const running = start(['--port', '0', '--ready-file', file]);
    await linesOf(running, 1);
    await writeFile(file, 'http://127.0.0.1:2\n');
    running.child.kill('SIGTERM');
    await endOf(running.child);
    expect(await readFile(file, 'utf8')).toBe('http://127.0.0.1:2\n');
  });
});
