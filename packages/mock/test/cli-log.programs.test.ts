import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { helpText } from '../src/cli/help.ts';
import { logLine } from '../src/cli/log-line.ts';
import { readOptions } from '../src/cli/read-options.ts';
import { reportText } from '../src/cli/report-text.ts';
import type { LoggedRequest } from '../src/index.ts';
import { ask, frozenMock, loggedIn } from './ask.ts';

const { PATH, TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);

/** Words that would clear a screen, begin a new line or take another one back. */
const hostile = '\u001b[2J\u009b2K\r\n\u2028';
const controls = /[\p{Cc}\p{Zl}]/u;

/** What `erply-mock` writes on stderr while some requests are made. */
async function stderrOf(args: readonly string[], use: (url: string) => Promise<void>): Promise<string> {
  const child = spawn(process.execPath, [cli, '--port', '0', ...args], { env: { PATH } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += data));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  await use(String(line).trim());
  child.kill();
  expect(await once(child, 'close')).toEqual([0, null]);
  return stderr;
}

/** Logs in at 100001, fails there, and asks for no account. */
async function someRequests(url: string): Promise<void> {
  const post = async (fields: Record<string, string>) =>
    (await fetch(`${url}/api/`, { method: 'POST', body: new URLSearchParams(fields) })).text();
  const login = { request: 'verifyUser', username: 'demo', password: 'demouser' };
  await post({ clientCode: '100001', ...login });
  await post({ clientCode: '100001', request: `get${hostile}`, [hostile]: hostile });
  await post({ clientCode: 'no code', ...login });
}

describe('--log', () => {
  it('writes a line for each request, without what was sent', async () => {
    const lines = (await stderrOf(['--log'], someRequests)).trimEnd().split('\n');
    const time = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
    const logged = lines.filter((line) => !line.startsWith('erply-mock: '));
    expect(logged).toEqual([
      expect.stringMatching(`^${time} 100001 verifyUser ok records=1 units=1 ms=\\d+$`),
      expect.stringMatching(`^${time} 100001 get.* error=1005 gate=callName units=0 ms=\\d+ notes=1$`),
      expect.stringMatching(`^${time} - verifyUser error=1001 gate=account units=0 ms=\\d+$`),
    ]);
    for (const line of lines) expect(line).not.toMatch(controls);
    expect(lines.join()).not.toContain('demouser');
  });

  it('writes JSON lines where it is told to', async () => {
    const lines = (await stderrOf(['--log', 'json'], someRequests))
      .split('\n')
      .filter((line) => line[0] === '{');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { account: '100001', request: 'verifyUser', status: 200, errorCode: 0, records: 1, units: 1, notes: 0 },
      { account: '100001', errorCode: 1005, gate: 'callName', units: 0, notes: 1 },
      { account: '', request: 'verifyUser', errorCode: 1001, gate: 'account' },
    ]);
    for (const line of lines) expect(line).not.toMatch(controls);
  });

  it('names sub-requests by their position, and faults', () => {
    const request: LoggedRequest = {
      ...{ time: 'T', account: '1', request: 'getProducts', bulk: 1, subRequest: 2, errorCode: 1016 },
      ...{ errorField: 'pageNo', gate: 'fault', units: 0.1, ms: 3, faults: [1, 2], notes: 0 },
    };
    expect(logLine(request, 'text')).toBe(
      'T 1 getProducts[2] error=1016 field=pageNo gate=fault units=0.1 ms=3 faults=1,2',
    );
    const { subRequest: _, ...whole } = { ...request, request: 'bulk', subRequests: 3, status: 403 };
    expect(logLine({ ...whole, errorCode: 1054 }, 'text')).toContain('bulk of 3 error=1054');
    expect(logLine({ ...whole, errorCode: 0 }, 'text')).toContain('bulk of 3 ok http=403');
  });

  it('is `onRequest` in process, with or without a journal', async () => {
    for (const journal of ['masked', 'off'] as const) {
      const requests: LoggedRequest[] = [];
      const mock = frozenMock({ journal, onRequest: (request) => requests.push(request) });
      const { bulk } = await loggedIn(mock);
      await bulk([{ requestName: 'getBrands' }]);
      await ask(mock, { clientCode: '--', request: 'getBrands' });
      expect(requests.map(({ account, request, errorCode }) => [account, request, errorCode])).toEqual([
        ['100001', 'verifyUser', 0],
        ['100001', 'getBrands', 0],
        ['100001', 'bulk', 0],
        ['--', 'getBrands', 1009],
      ]);
    }
  });
});

describe('--report', () => {
  it('writes at the end what each account was asked, and what would have cost less', async () => {
    const stderr = await stderrOf(['--report'], async (url) => {
      await someRequests(url);
      await someRequests(url);
    });
    expect(stderr.slice(stderr.indexOf('Account'))).toBe(`Account 100001: 4 requests, 2 units
  call        calls  units  errors
  verifyUser      2      2       0
  unknown         2      0       2
 Errors
  2 × 1005 The parameter request is missing or names no call.
 What would have cost less
  1 unit: 1 × verifyUser while the user had a session that was still good: keep its key, and share it.
`);
  });

  it('writes JSON with a line an account', async () => {
    const stderr = await stderrOf(['--report=json'], someRequests);
    const reports = stderr.split('\n').filter((line) => line[0] === '{');
    expect(reports.map((line) => JSON.parse(line))).toMatchObject([{ clientCode: '100001', requests: 2 }]);
  });

  it('has nothing of accounts that were asked nothing', () => {
    const mock = frozenMock();
    mock.account('1').setQuota({ limit: 5 });
    expect(reportText(mock, 'text')).toBe('erply-mock: no account has had a login that worked\n');
    expect(reportText(mock, 'json')).toBe('');
  });
});

describe('options that may stand alone', () => {
  const prints = (args: readonly string[], environment = {}) => {
    const command = readOptions(args, environment);
    return command.kind === 'start' ? command.own : undefined;
  };

  it('are read with and without a word', () => {
    expect(prints(['--log'])).toEqual({ log: 'text' });
    expect(prints(['--log', '--report', 'json', '--port', '0'])).toEqual({ log: 'text', report: 'json' });
    expect(prints(['--log=json', '--report', 'text'])).toEqual({ log: 'json', report: 'text' });
    expect(prints([], { ERPLY_MOCK_LOG: 'on', ERPLY_MOCK_REPORT: 'json' })).toEqual({
      log: 'text',
      report: 'json',
    });
    expect(helpText()).toContain('--log [text|json]');
  });

  it.each([
    [['--log', 'jsn'], '--log is text or json, not "jsn"'],
    [['--log=jsn'], '--log is text or json, not "jsn"'],
    [['--log', 'json', 'json'], 'unexpected "json"'],
    [['--report', '--journal', 'off'], '--report needs a journal: leave out --journal off'],
  ])('are refused as %j', (args, message) => {
    expect(() => prints(args)).toThrow(message);
  });
});
