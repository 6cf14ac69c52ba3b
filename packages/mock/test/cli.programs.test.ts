import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);

const { PATH, NODE_COMPILE_CACHE } = process.env;

function start(args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH, NODE_COMPILE_CACHE, ...environment },
  });
  // Also after a time out, which would leave the server behind.
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (output.stdout += data));
  child.stderr.on('data', (data) => (output.stderr += data));
  return { child, output };
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

async function printedUrl(running: ReturnType<typeof start>): Promise<string> {
  while (!running.output.stdout.includes('\n')) await once(running.child.stdout, 'data');
  return running.output.stdout.trim();
}

/** What npx does: runs a shell that runs the command, and passes a SIGTERM on to that shell alone. */
const npx = `
const { spawn } = require('node:child_process');
const shell = spawn('sh', ['-c', process.argv[2]], { stdio: 'inherit' });
process.on('SIGTERM', () => { shell.kill(); process.exit(143); });
`;

function endGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-Number(pid), 'SIGKILL');
  } catch {
    // Nothing is left of it.
  }
}

/** Words that would clear a screen, begin a new line or take another one back. */
const hostile = '\u001b[2J\u009b2K\r\n\u2028';
const controls = /[\p{Cc}\p{Zl}]/u;

describe('erply-mock', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints its URL and nothing else when it can answer, and ends on %s with 0',
    async (signal) => {
      const running = start(['--port', '0', '--seed', '5', '--rate-limit', 'on'], {
        ERPLY_MOCK_SEED: '9',
        ERPLY_MOCK_PRODUCTS: '50',
        ERPLY_MOCK_FROZEN: 'true',
      });
      const url = await printedUrl(running);
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(await (await fetch(`${url}/_mock/health`)).json()).toMatchObject({ status: 'ready', seed: 5 });
      const account = await (await fetch(`${url}/_mock/accounts/1`)).json();
      expect(account).toMatchObject({ tables: { products: 50 }, clock: { frozen: true } });
      running.child.kill(signal);
      expect(await ended(running.child)).toBe(0);
      expect(running.output).toEqual({ stdout: `${url}\n`, stderr: '' });
    },
  );

  it('refuses an option with one line and exit code 2, whatever is in it', async () => {
    const { child, output } = start(['--dataset', `demo${hostile}x`]);
    expect(await ended(child)).toBe(2);
    expect(output.stdout).toBe('');
    const lines = output.stderr.split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).not.toMatch(controls);
  });

  it('says so in one line when its port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { child, output } = start(['--port', String(port)]);
    expect(await ended(child)).toBe(1);
    expect(output.stderr).toBe(
      `erply-mock: port ${port} is in use: choose another with --port, or --port 0\n`,
    );
    server.close();
  });

  it('tells notes once on stderr, and in a header, and none moves a cursor', async () => {
    const running = start(['--port', '0']);
    const url = await printedUrl(running);
    for (let round = 0; round < 2; round += 1) {
      const response = await fetch(`${url}/api/`, {
        method: 'POST',
        body: new URLSearchParams({ clientCode: '1', request: 'getProduct' }),
      });
      expect(response.headers.get('erply-mock-note')).toBe(
        'request "getProduct" is not served; did you mean getProducts?',
      );
    }
    const form = { clientCode: '1', request: `get${hostile}Products`, [`recordsOnPage${hostile}`]: '1' };
    await fetch(`${url}/api/`, { method: 'POST', body: new URLSearchParams(form) });
    running.child.kill();
    await ended(running.child);
    const [first, second = '', ...others] = running.output.stderr.split('\n');
    expect(first).toBe('erply-mock: request "getProduct" is not served; did you mean getProducts?');
    expect(second).toMatch(/^erply-mock: .*get.*Products/);
    for (const line of [second, ...others]) expect(line).not.toMatch(controls);
  });

  it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGKILL'] as const)(
    'ends with the npx that started it, which gets a %s and ends a shell at most',
    async (signal) => {
      const folder = await mkdtemp(join(tmpdir(), 'erply-mock-'));
      await writeFile(join(folder, 'npx'), npx);
      const command = `'${process.execPath}' '${cli}' --port 0; true`;
      const child = spawn(process.execPath, [join(folder, 'npx'), command], {
        env: { PATH, NODE_COMPILE_CACHE, npm_config_user_agent: 'npm' },
        // A group of its own, so that nothing is left of it should this fail.
        detached: true,
      });
      const output = { stdout: '', stderr: '' };
      child.stdout.on('data', (data) => (output.stdout += data));
      child.stderr.on('data', (data) => (output.stderr += data));
      onTestFinished(async () => {
        endGroup(child);
        await rm(folder, { recursive: true });
      });
      const url = await printedUrl({ child, output });
      const closed = once(child, 'close');
      child.kill(signal);
      await closed;
      await expect(fetch(url)).rejects.toThrow();
      expect(output.stderr).toBe(
        'erply-mock: ends, because the npm, npx or pnpm that started it has ended\n',
      );
    },
  );

  it('explains itself', async () => {
    const { child, output } = start(['--help']);
    expect(await ended(child)).toBe(0);
    for (const word of ['--products', 'ERPLY_MOCK_', 'changedSinceInclusive', 'demouser'])
      expect(output.stdout).toContain(word);
    expect(output.stdout.split('\n').filter((line) => /^ {2}(--|modules\.)\S{27}/.test(line))).toEqual([]);
  });
});
