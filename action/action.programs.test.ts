import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';

import { repository, run, temporaryFolder } from '@erply-kit/tooling';

import { readInputs } from './inputs.js';
import { type MainStep, packageOf, startJob, workspaceFake } from './run-action.ts';
import { isRunning, stopFake } from './stop-fake.js';

async function openJob() {
  const folder = await temporaryFolder('action');
  const job = await startJob(folder.path);
  const path = await workspaceFake(join(folder.path, 'fake'));
  const started: MainStep[] = [];
  onTestFinished(async () => {
    for (const { state } of started) await stopFake(processOf(state));
    await folder[Symbol.asyncDispose]();
  });
  return {
    ...job,
    /** Where the test may keep files. */
    root: folder.path,
    async main(inputs: Record<string, string> = {}, env: Record<string, string> = {}) {
      const step = await job.main({ path, ...inputs }, env);
      started.push(step);
      return step;
    },
    left: () => readdirSync(join(folder.path, 'temp')),
  };
}

const processOf = (state: MainStep['state']) => ({ pid: Number(state.pid), start: state.start ?? '' });

const ask = async (url: string | undefined, form: Record<string, string>) =>
  (await fetch(`${url}/api/`, { method: 'POST', body: new URLSearchParams(form) })).json();

const login = { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'demouser' };

describe('main', () => {
  it('starts a fake that answers where the output and the environment say, and post ends it', async () => {
    const job = await openJob();
    const step = await job.main();
    expect(step).toMatchObject({
      code: 0,
      outputs: { url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) },
    });
    expect(step.env).toEqual({
      ERPLY_API_URL: step.outputs.url,
      ERPLY_CLIENT_CODE: '100001',
      ERPLY_USERNAME: 'demo',
      ERPLY_PASSWORD: 'demouser',
      ERPLY_PASSWORD_FILE: '',
    });
    expect(await ask(step.outputs.url, login)).toMatchObject({ status: { errorCode: 0 } });
    expect(await job.post(step)).toEqual({ code: 0, output: '', stdout: '' });
    expect(await isRunning(processOf(step.state))).toBe(false);
    await expect(fetch(`${step.outputs.url}`)).rejects.toThrow('fetch failed');
    expect(job.left()).toEqual([]);
  });

  it('passes inputs and options on', async () => {
    const job = await openJob();
    const options = '\n  --accounts 77,78\n\n--set errorBody=C\r\n  --strict\n';
    const step = await job.main({ seed: ' 5 ', dataset: 'empty', quota: '7', 'export-env': 'true', options });
    const health = await (await fetch(`${step.outputs.url}/_mock/health`)).json();
    expect(health).toMatchObject({ seed: 5, dataset: 'empty@2' });
    const config = await (await fetch(`${step.outputs.url}/_mock/accounts/77/config`)).json();
    expect(config).toMatchObject({ set: { errorBody: 'C' } });
    const quota = await (await fetch(`${step.outputs.url}/_mock/accounts/77/quota`)).json();
    expect(quota).toMatchObject({ limit: 7 });
    expect(step.env.ERPLY_CLIENT_CODE).toBe('77');
  });

  it('leaves the environment alone where that is wanted, and says when it changes an address', async () => {
    const job = await openJob();
    const before = { ERPLY_API_URL: 'https://100001.erply.com/api/' };
    const changed = await job.main({}, before);
    expect(changed.output).toMatch(/^::warning title=erply-mock::ERPLY_API_URL was set already/m);
    expect(changed.output).not.toContain('erply.com');
    const left = await job.main({ 'export-env': 'false' }, before);
    expect([left.env, left.output]).toEqual([{}, expect.not.stringContaining('::warning')]);
  });

  it('starts the package as it stands in this repository', async () => {
    const job = await openJob();
    const step = await job.main({ path: join(repository, 'packages/mock'), products: '3' });
    expect(step.output).toContain('answers at http://');
  });

  it('runs two fakes in one job, each ended by its own post step', async () => {
    const job = await openJob();
    const [one, other] = [
      await job.main({ seed: '1' }),
      await job.main({ seed: '2', 'export-env': 'false' }),
    ];
    expect(one.outputs.url).not.toBe(other.outputs.url);
    await job.post(other);
    expect(await ask(one.outputs.url, login)).toMatchObject({ status: { errorCode: 0 } });
    await job.post(one);
    expect(await isRunning(processOf(one.state))).toBe(false);
    expect(job.left()).toEqual([]);
  });

  it.each([
    [{ seed: '$(touch x)' }, '--seed needs a number, not "$(touch x)"'],
    [{ seed: '1\n::set-env name=X::y', options: '--strict' }, '--seed needs a number'],
    [{ options: '--dataset `touch x`; touch x' }, 'dataset'],
    [{ path: '$(touch x)' }, 'path needs a folder that holds @erply-kit/mock'],
    [{ version: 'file:../x' }, 'version needs a version, a range or a tag'],
  ])('refuses %j in one line, and runs nothing of it', async (inputs, problem) => {
    const job = await openJob();
    const step = await job.main(inputs);
    expect(step).toMatchObject({ code: 1, outputs: {}, env: {} });
    expect(step.output.split('\n')).toEqual([expect.stringMatching(/^::error title=erply-mock::/), '']);
    expect(step.output).toContain(problem);
    expect(readdirSync(job.folder)).toEqual([]);
  });

  it('fails when the fake ends without a word, and when it does not answer in time', async () => {
    const job = await openJob();
    const silent = await job.main({ path: await packageOf(join(job.root, 'silent'), 'process.exit(3);') });
    expect(silent.output).toBe('::error title=erply-mock::erply-mock ended with code 3 and said nothing\n');
    const endless = await packageOf(join(job.root, 'endless'), 'setInterval(() => {}, 1000);');
    const late = await job.main({ path: endless, 'timeout-seconds': '1' });
    expect(late.output).toBe(
      '::error title=erply-mock::erply-mock did not answer within 1 s; see timeout-seconds\n',
    );
    expect(await isRunning(processOf(late.state))).toBe(false);
  });
});

describe('post', () => {
  it('prints what a failed job asked, masked, and takes nothing in it for a command', async () => {
    const job = await openJob();
    const step = await job.main();
    await ask(step.outputs.url, login);
    await ask(step.outputs.url, { ...login, request: 'getNo\n::error::x', sessionKey: 'CANARY-SECRET-7f3a' });
    const { code, output } = await job.post(step, { 'job-status': 'failure' });
    expect(code).toBe(0);
    const [, title, token] = /::group::(.*)\n::stop-commands::(\S+)\n/.exec(output) ?? [];
    expect(title).toBe('Account 100001: its last 2 requests');
    const [, journal = ''] = output.split(`::stop-commands::${token}\n`);
    const [text = ''] = journal.split(`\n::${token}::\n::endgroup::\n`);
    expect(text.split('\n').map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ request: 'verifyUser', errorCode: 0 }),
      expect.objectContaining({ errorCode: 1005 }),
    ]);
    expect(output).not.toMatch(/demouser|CANARY/);
    expect(output).not.toMatch(/^::error/m);
  });

  it('shows the journal behind a control token, which the log never shows', async () => {
    const guarded = `
      import { createServer } from 'node:http';
      const server = createServer((request, response) => {
        response.statusCode = request.headers.authorization === 'Bearer s3same' ? 200 : 403;
        const isJournal = request.url.includes('/journal?');
        response.end(JSON.stringify(isJournal ? { entries: [{ request: 'getX' }] } : [{ clientCode: '1' }]));
      });
      server.listen(0, '127.0.0.1', () => console.log('http://0.0.0.0:' + server.address().port));`;
    const job = await openJob();
    const path = await packageOf(join(job.root, 'guarded'), guarded);
    const step = await job.main({ path, options: '--control-token s3same' });
    expect(step.outputs.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(step.output).toMatch(/^::add-mask::s3same\n/);
    const failed = { 'job-status': 'failure' };
    expect((await job.post({ ...step, state: { ...step.state, pid: '0' } }, failed)).output).toContain(
      'ended before',
    );
    expect((await job.post(step, { ...failed, options: '' })).output).toMatch(
      /journal cannot be read: .* 403/,
    );
    const again = await job.main({ path, options: '--control-token=s3same' });
    const { output } = await job.post(again, failed);
    expect(output).toContain('{"request":"getX"}');
    expect(output).not.toContain('s3same');
  });

  it('says when the fake has gone before, and shows what it wrote', async () => {
    const job = await openJob();
    const path = await packageOf(
      join(job.root, 'dying'),
      `console.log('http://127.0.0.1:9'); setTimeout(() => { console.error('::error::out of memory'); process.exit(1) }, 200);`,
    );
    const step = await job.main({ path });
    await expect.poll(() => isRunning(processOf(step.state)), { timeout: 60_000 }).toBe(false);
    const { code, output } = await job.post(step, { 'job-status': 'failure' });
    expect(code).toBe(0);
    expect(output).toMatch(/^::warning title=erply-mock::the fake had ended before the job did/);
    expect(output).toMatch(/::stop-commands::(\S+)\n::error::out of memory\n::\1::\n/);
  });

  it('leaves a process alone that has got the number of the fake', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    onTestFinished(() => void other.kill('SIGKILL'));
    await once(other, 'spawn');
    const job = await openJob();
    const step = await job.main();
    const { output } = await job.post({ ...step, state: { ...step.state, pid: String(other.pid) } });
    expect(output).toMatch(/^::warning/);
    expect(other.exitCode ?? other.signalCode).toBeNull();
  });

  it('does nothing after a main step that started nothing', async () => {
    const job = await openJob();
    const step = await job.main({ 'export-env': 'no' });
    expect(await job.post(step, { 'job-status': 'failure' })).toEqual({ code: 0, output: '', stdout: '' });
  });

  it('ends a fake that does not end when it is asked', async () => {
    const job = await openJob();
    const stubborn = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('http://127.0.0.1:9');`;
    const step = await job.main({ path: await packageOf(join(job.root, 'stubborn'), stubborn) });
    await stopFake(processOf(step.state), 300);
    expect(await isRunning(processOf(step.state))).toBe(false);
  });
});

describe('readInputs', () => {
  it.each([
    ['options', 'touch x', 'options needs one option on each line'],
    ['options', '-h', 'options needs one option on each line'],
    ['export-env', 'yes', 'export-env needs true or false'],
    ['timeout-seconds', '1m', 'timeout-seconds needs a whole number'],
    ['timeout-seconds', '0', 'timeout-seconds needs a whole number'],
    ['version', '1 --registry=http://127.0.0.1:1', 'version needs a version, a range or a tag'],
    ['version', 'npm:other', 'version needs a version, a range or a tag'],
  ])('refuses %s %j', (name, value, problem) => {
    expect(() => readInputs({ [`INPUT_${name.toUpperCase()}`]: value })).toThrow(problem);
  });

  it('keeps each value in one argument, whatever it holds', () => {
    const env = {
      INPUT_SEED: '--strict "a" \'b\'',
      INPUT_OPTIONS: '--data my file.ndjson\n--set=a=b\n--strict',
    };
    expect(readInputs(env).args).toEqual([
      '--seed=--strict "a" \'b\'',
      '--data=my file.ndjson',
      '--set=a=b',
      '--strict',
    ]);
  });
});

describe('installing', () => {
  /** A registry that holds the package in one version. */
  async function startRegistry(folder: string) {
    await packageOf(
      join(folder, 'package'),
      `console.log('http://127.0.0.1:9'); setInterval(() => {}, 1000);`,
    );
    await run(['tar', '-czf', 'package.tgz', 'package'], { cwd: folder });
    const server = createServer((request, response) => {
      if (request.url?.endsWith('.tgz')) return response.end(readFileSync(join(folder, 'package.tgz')));
      if (request.url !== '/@erply-kit%2fmock') return response.writeHead(404).end('{}');
      const tarball = `http://${request.headers.host}/package.tgz`;
      const manifest = {
        name: '@erply-kit/mock',
        version: '1.2.3',
        bin: { 'erply-mock': 'start.js' },
        dist: { tarball },
      };
      const versions = { '1.2.3': manifest };
      return response.end(
        JSON.stringify({ name: manifest.name, 'dist-tags': { latest: '1.2.3' }, versions }),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    return { npm_config_registry: `http://127.0.0.1:${port}/`, npm_config_cache: join(folder, 'cache') };
  }

  it('takes the wanted version from the registry, or says that there is none', async () => {
    const job = await openJob();
    const env = await startRegistry(job.root);
    const step = await job.main({ path: '', version: '^1.2.0' }, env);
    expect(step).toMatchObject({ code: 0, outputs: { url: 'http://127.0.0.1:9' } });
    await job.post(step);
    const missing = await job.main({ path: '', version: '9.9.9' }, env);
    expect(missing).toMatchObject({ code: 1, outputs: {} });
    expect(missing.output).toMatch(
      /^::error title=erply-mock::npm could not install @erply-kit\/mock@9\.9\.9/m,
    );
    expect(readdirSync(job.folder)).toEqual([]);
  });
});

describe('action.yml', () => {
  const action = parse(readFileSync(join(repository, 'action/action.yml'), 'utf8'));

  it('names the programs, and gives the post step the status of the job', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'main.js', post: 'post.js' });
    for (const file of ['main.js', 'post.js'])
      expect(existsSync(join(repository, 'action', file))).toBe(true);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
    expect(action.inputs['job-status'].default).toBe('${{ job.status }}');
  });

  it('starts a fake with its defaults', async () => {
    const job = await openJob();
    const defaults = Object.entries<{ default: string }>(action.inputs)
      .filter(([name]) => !['path', 'job-status'].includes(name))
      .map(([name, input]) => [name, input.default]);
    expect(await job.main(Object.fromEntries(defaults))).toMatchObject({ code: 0 });
  });
});

describe('what the runner reads', () => {
  it('is one command or one value, whatever a text from outside holds', async () => {
    await using folder = await temporaryFolder('runner');
    const file = join(folder.path, 'output');
    const program = `
      import { annotate, handOver, printGroup } from ${JSON.stringify(new URL('runner.js', import.meta.url).href)};
      annotate('error', '50% lost\\r\\n::set-env name=X::y\\u001b[2J');
      printGroup('a\\n::error::b', '::warning::c\\u009b2K');
      handOver(${JSON.stringify(file)}, { url: 'http://127.0.0.1:1' });
      handOver(undefined, { url: 'x' });
      try { handOver(${JSON.stringify(file)}, { url: 'x\\nPATH=/tmp' }); } catch (error) { console.log(error.message); }`;
    const { output } = await run([process.execPath, '--input-type=module', '-e', program]);
    const [, token] = /stop-commands::(\S+)/.exec(output) ?? [];
    expect(output.split('\n')).toEqual([
      '::error title=erply-mock::50%25 lost%0A::set-env name=X::y[2J',
      '::group::a%0A::error::b',
      `::stop-commands::${token}`,
      '::warning::c2K',
      `::${token}::`,
      '::endgroup::',
      'the value of url has several lines',
      '',
    ]);
    expect(readFileSync(file, 'utf8')).toBe('url=http://127.0.0.1:1\n');
  });
});
