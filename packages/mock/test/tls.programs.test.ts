import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { describe, expect, it } from 'vitest';

import { run, temporaryFolder } from '@erply-kit/tooling';

import { type RunningMock, startMock } from '../src/index.ts';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);

/** What a line in the hosts file does. */
const toThisMachine: LookupFunction = (_host, { all }, callback) =>
  all === true ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);

interface Call {
  readonly host: string;
  readonly form: Readonly<Record<string, string>>;
  readonly ca?: string | undefined;
}

/** Asks as a client does that has `https://CODE.erply.com/api/` in its code, but for the port. */
async function call(erply: RunningMock, { host, form, ca = erply.tls?.ca }: Call): Promise<any> {
  const { port } = new URL(erply.url);
  const body = new URLSearchParams(form).toString();
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await new Promise<string>((resolve, reject) => {
    const asked = request(
      { host, port, path: '/api/', method: 'POST', headers, ca, lookup: toThisMachine, agent: false },
      (response) => resolve(text(response)),
    );
    asked.on('error', reject);
    asked.end(body);
  });
  return JSON.parse(answer);
}

const login = { request: 'verifyUser', username: 'demo', password: 'demouser' };

const has = (file: string, option: string) => spawnSync(file, [option]).status === 0;

/** Programs of other languages that print what the URL of the environment answers. */
const others: readonly [string, readonly string[]][] = [
  ['python3', ['-c', 'import os, urllib.request as r; print(r.urlopen(os.environ["URL"]).read().decode())']],
  ['php', ['-r', 'echo file_get_contents(getenv("URL"));']],
];

describe('a fake with TLS', () => {
  it.each(['100001.erply.com', 'shop-a.erply.com', 'localhost', '127.0.0.1'])(
    'answers clients that trust its authority by the name %s',
    async (host) => {
      await using erply = await startMock({ tls: true, products: 3 });
      expect(erply.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
      // Of a name at Erply the account is known; elsewhere the request says it.
      const form = host.endsWith('erply.com') ? login : { ...login, clientCode: '5' };
      const { status, records } = await call(erply, { host, form });
      expect(status.errorCode).toBe(0);
      expect(records[0].sessionKey).toBeTypeOf('string');
      expect(erply.accounts()).toEqual([host.endsWith('erply.com') ? host.split('.')[0] : '5']);
    },
  );

  it('gives links that lead back to it', async () => {
    await using erply = await startMock({ tls: true, products: 3 });
    const host = '100001.erply.com';
    const { records } = await call(erply, { host, form: login });
    const stock = {
      request: 'getProductStock',
      sessionKey: records[0].sessionKey,
      warehouseID: '1',
      responseType: 'CSV',
    };
    const answer = await call(erply, { host, form: stock });
    expect(answer.records[0].reportLink).toMatch(/^https:\/\/100001\.erply\.com\/reports\//);
  });

  it('is not trusted without its authority, says so, and can be asked on', async () => {
    const notes: string[] = [];
    await using erply = await startMock({ tls: true, products: 3, onNote: (note) => notes.push(note) });
    await using other = await startMock({ tls: true, products: 3 });
    const host = '100001.erply.com';
    const ca = other.tls?.ca;
    await expect(call(erply, { host, form: login, ca })).rejects.toThrow(/certificate/);
    await expect(fetch(erply.url.replace('https:', 'http:'))).rejects.toThrow();
    expect((await call(erply, { host, form: login })).status.errorCode).toBe(0);
    expect(notes).toEqual(['a client asked by http://, but with --tls the address is https://']);
  });

  it('has a certificate for the host it listens on and the public URL, from an authority that cannot sign others', async () => {
    await using erply = await startMock({
      tls: true,
      host: 'localhost',
      publicUrl: 'https://erply-mock:8443',
    });
    const authority = new X509Certificate(erply.tls?.ca ?? '');
    expect([authority.ca, authority.subject, authority.issuer]).toEqual([
      true,
      'CN=erply-mock CA',
      'CN=erply-mock CA',
    ]);
    expect(authority.verify(authority.publicKey)).toBe(true);
    expect(new Date(authority.validFrom).getTime()).toBeLessThan(Date.now());
    const { records } = await call(erply, { host: 'erply-mock', form: { ...login, clientCode: '1' } });
    expect(records).toHaveLength(1);
  });

  it.skipIf(!has('curl', '--version'))(
    'answers curl by the name that a hosts file would give it',
    async () => {
      const notes: string[] = [];
      await using erply = await startMock({ tls: true, products: 3, onNote: (note) => notes.push(note) });
      await using folder = await temporaryFolder('tls', { 'ca.pem': erply.tls?.ca ?? '' });
      const { port } = new URL(erply.url);
      const address = [
        '--resolve',
        `100001.erply.com:${port}:127.0.0.1`,
        `https://100001.erply.com:${port}/api/`,
      ];
      const ask = (...options: readonly string[]) =>
        run(['curl', '-sS', '-d', new URLSearchParams(login).toString(), ...options, ...address], {
          cwd: folder.path,
        });
      const trusted = await ask('--cacert', 'ca.pem');
      expect(JSON.parse(trusted.stdout).status.errorCode).toBe(0);
      expect(notes).toEqual([]);
      expect(await ask()).toMatchObject({ code: 60 });
      expect(notes).toEqual([
        'a client does not trust the certificate: have it trust the one that --tls-ca writes, tls.ca in process',
      ]);
    },
  );

  for (const [file, args] of others) {
    it.skipIf(!has(file, '--version'))(`answers ${file}`, async () => {
      await using erply = await startMock({ tls: true, products: 3 });
      await using folder = await temporaryFolder('tls', { 'ca.pem': erply.tls?.ca ?? '' });
      const env = { SSL_CERT_FILE: join(folder.path, 'ca.pem'), URL: `${erply.url}/_mock/health` };
      const { output } = await run([file, ...args], { env });
      expect(output.trim()).toContain('"status":"ready"');
    });
  }

  it('refuses an option of the wrong type', async () => {
    await expect(startMock({ tls: 'on' as never })).rejects.toThrow('tls needs true or false');
  });
});

describe('erply-mock --tls', () => {
  it('writes the authority for the command, which trusts it, and no private key', async () => {
    await using folder = await temporaryFolder('tls');
    const file = join(folder.path, 'ca.pem');
    const program = `console.log((await (await fetch(process.env.ERPLY_API_URL + '/_mock/health')).json()).status)`;
    for (let round = 0; round < 2; round += 1) {
      const command = [
        process.execPath,
        cli,
        'run',
        '--tls',
        '--tls-ca',
        file,
        '--',
        process.execPath,
        '-e',
        program,
      ];
      const ended = await run(command, { env: { NODE_EXTRA_CA_CERTS: '' }, timeoutMs: 300_000 });
      expect(ended).toMatchObject({ code: 0, output: 'ready\n' });
    }
    const written = await readFile(file, 'utf8');
    expect(written.match(/-----BEGIN [A-Z ]+-----/g)).toEqual(['-----BEGIN CERTIFICATE-----']);
    expect(existsSync(file)).toBe(true);
  });

  it('does not take the place of other certificates', async () => {
    await using folder = await temporaryFolder('tls', { 'ca.pem': 'another authority\n' });
    const file = join(folder.path, 'ca.pem');
    const ended = await run([process.execPath, cli, '--port', '0', '--tls', '--tls-ca', file], {
      timeoutMs: 300_000,
    });
    const output = `erply-mock: --tls-ca: ${file} is something else, and stays as it is; name another file\n`;
    expect(ended).toMatchObject({ code: 2, output });
    expect(await readFile(file, 'utf8')).toBe('another authority\n');
  });
});
