import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { repository, run, temporaryFolder } from '@erply-kit/tooling';

const textOf = (file: string) => readFile(join(repository, 'deploy', file), 'utf8');

interface Container {
  readonly image: string;
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string }[];
  readonly readinessProbe?: { readonly httpGet: unknown };
  readonly livenessProbe?: unknown;
}

interface PodSpec {
  readonly containers: readonly Container[];
}

const compose = parse(await textOf('compose.yaml'));
const cronJob = parse(await textOf('kubernetes/importer-cronjob.yaml'));
const watch = parse(await textOf('kubernetes/importer-watch.yaml'));
const service = await textOf('systemd/erply-importer.service');
const cronPod: PodSpec = cronJob.spec.jobTemplate.spec.template.spec;
const watchPod: PodSpec = watch.spec.template.spec;

/** Every command that a file of this folder starts. */
const commands: readonly (readonly [where: string, app: string, args: readonly string[]])[] = [
  ['compose', 'importer', compose.services.importer.command],
  ['compose', 'stock-feed', compose.services['stock-feed'].command],
  ['cronjob', 'importer', cronPod.containers[0]?.args ?? []],
  ['watch', 'importer', watchPod.containers[0]?.args ?? []],
  ['systemd', 'importer', /^ExecStart=\S+ \S+ (.*)$/m.exec(service)?.[1]?.split(' ') ?? []],
];

test.each(commands)('%s: %s takes what is asked of it', async (_, app, args) => {
  await using folder = await temporaryFolder('deploy');
  const cli = join(repository, `apps/${app}/src/cli.ts`);
  const start = (more: readonly string[]) =>
    run([process.execPath, cli, ...args, ...more], {
      cwd: folder.path,
      env: { STOCK_FEED_TOKEN: 'a-token-of-this-test-0123456789' },
    });
  // Nothing is wrong with the options: what is missing is the account.
  expect((await start([])).output).toMatch(/ERPLY_CLIENT_CODE/);
  expect((await start(['--no-such-option'])).output).toContain('--no-such-option');
});

test('images are those of our Dockerfiles, or of PostgreSQL', () => {
  const { database, importer, 'stock-feed': feed } = compose.services;
  expect(database.image).toMatch(/^postgres:\d+$/);
  for (const { build } of [importer, feed])
    expect(existsSync(join(repository, build.dockerfile)), build.dockerfile).toBe(true);
  for (const { containers } of [cronPod, watchPod]) expect(containers[0]?.image).toBe('erply-importer');
});

test('a stale copy is not ready, and is not started again for it', () => {
  const [container] = watchPod.containers;
  expect(container?.readinessProbe?.httpGet).toEqual({ path: '/healthz', port: 'monitor' });
  expect(container).not.toHaveProperty('livenessProbe');
  expect(watch.spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  expect(cronJob.spec.concurrencyPolicy).toBe('Forbid');
});

test('no password stands in a file, a command or the environment', () => {
  for (const { containers } of [cronPod, watchPod])
    expect(containers[0]?.env.map(({ name }) => name)).not.toContain('ERPLY_PASSWORD');
  for (const { environment = {} } of Object.values<{ environment?: object }>(compose.services))
    expect(Object.keys(environment)).not.toContain('ERPLY_PASSWORD');
  expect(service).toContain('LoadCredential=erply-password:');
});

const analyze = '/usr/bin/systemd-analyze';

test.skipIf(!existsSync(analyze))('systemd finds nothing wrong in the unit and its timer', async () => {
  const units = ['service', 'timer'].map((kind) => join(repository, `deploy/systemd/erply-importer.${kind}`));
  const { code, output } = await run([analyze, 'verify', '--man=no', ...units], { cwd: repository });
  // Node need not be where the unit wants it on the machine that looks.
  expect(output.split('\n').filter((line) => line !== '' && !line.includes('/usr/bin/node'))).toEqual([]);
  if (existsSync('/usr/bin/node')) expect(code).toBe(0);
});
