import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { audit, readAudit } from './audit.ts';

const lockfile = `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      hono:
        specifier: 4.13.19
        version: 4.13.19

packages:

  hono@4.13.19:
    resolution: {integrity: sha512-${'A'.repeat(86)}==}

snapshots:

  hono@4.13.19: {}
`;
const hole = {
  id: 1,
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
  title: 'A hole',
  severity: 'high',
  vulnerable_versions: '<5.0.0',
  cwe: [],
  cvss: { score: 7, vectorString: '' },
};

/** The step against a registry that answers so. */
async function auditAgainst(status: number, body: string) {
  const server = createServer((_, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await using folder = await temporaryFolder('audit', {
    'package.json': '{"private":true,"dependencies":{"hono":"4.13.19"}}',
    'pnpm-workspace.yaml': 'pmOnFail: ignore\n',
    'pnpm-lock.yaml': lockfile,
  });
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    return await audit({ cwd: folder.path, env: { PNPM_CONFIG_REGISTRY: registry } });
  } finally {
    server.close();
  }
}

test('a registry that knows no hole passes', async () => {
  expect(await auditAgainst(200, '{}')).toMatchObject({ passed: 1, failed: 0 });
});

test('a hole fails, with its name and where to read of it', async () => {
  expect(await auditAgainst(200, JSON.stringify({ hono: [hole] }))).toEqual({
    passed: 0,
    failed: 1,
    output: 'hono 4.13.19: high: A hole (https://github.com/advisories/GHSA-aaaa-bbbb-cccc)',
  });
});

test.each([
  [404, '{}', /^the registry could not be asked: ERR_PNPM_AUDIT_ENDPOINT_NOT_EXISTS .* doesn't exist\.$/],
  [500, 'no', /^the registry could not be asked: ERR_PNPM_AUDIT_BAD_RESPONSE .* 500/],
  [200, '<h1>Welcome</h1>', /^the registry could not be asked: ERR_PNPM_AUDIT_BAD_RESPONSE .* invalid JSON/],
])('a registry that answers %i %s neither passes nor fails, and is named', async (status, body, reason) => {
  expect(await auditAgainst(status, body)).toMatchObject({
    passed: 0,
    failed: 0,
    notRun: expect.stringMatching(reason),
  });
});

test.each([
  ['\nended by SIGKILL', 'the registry could not be asked: it did not answer in time'],
  [
    'ERR_PNPM_AUDIT_BAD_RESPONSE\n\n  × said:\u001b[2J no',
    'the registry could not be asked: ERR_PNPM_AUDIT_BAD_RESPONSE said: [2J no',
  ],
  ['npx: getaddrinfo ENOTFOUND', 'the registry could not be asked: npx: getaddrinfo ENOTFOUND'],
  ['{"error":{"code":"E"}}', 'the registry could not be asked: {"error":{"code":"E"}}'],
])('an audit that ended with %j neither passes nor fails', (output, notRun) => {
  expect(readAudit({ output })).toEqual({ passed: 0, failed: 0, notRun, output });
});
