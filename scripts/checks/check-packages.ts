import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { type Message, publint } from 'publint';
import { formatMessage } from 'publint/utils';

import { run, runOrThrow, temporaryFolder } from '@erply-kit/tooling';

import { type PackedPackage, packPackages } from '../pack-packages.ts';
import { packageRules } from '../package-rules.ts';
import { isTest, sourceFiles } from '../source-files.ts';
import type { CheckReport } from './check-report.ts';
import { originFaults } from './origin-faults.ts';
import { budgetBytes, contentFaults, manifestFaults } from './tarball-rules.ts';

/** The tarballs hold what npm should get, and nothing else. */
export async function checkPackages(root: string): Promise<CheckReport> {
  const { repository: origin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await using folder = await temporaryFolder('pack');
  const packages = await packPackages(folder.path);
  const reports = await Promise.all(packages.map((one) => checkTarball(one, root, origin)));
  const summaries = reports.map(({ summary }) => summary);
  if (origin === undefined)
    summaries.push('package.json at the root names no repository, so no package does');
  return { findings: reports.flatMap(({ findings }) => findings), summary: summaries.join('\n') };
}

async function checkTarball(
  { name, tarball }: PackedPackage,
  root: string,
  origin: string | undefined,
): Promise<CheckReport> {
  const folder = join(root, packageRules[name]?.folder ?? '');
  const listed = await runOrThrow(['tar', '-tzf', tarball]);
  const files = listed
    .trim()
    .split('\n')
    .map((line) => line.replace(/^package\//, ''));
  const sources = (await sourceFiles(join(folder, 'src'))).filter((file) => !isTest(file));
  const manifest = await runOrThrow(['tar', '-xzOf', tarball, 'package/package.json']);
  const { size } = await stat(tarball);
  const budget = budgetBytes[name] ?? 0;
  const findings = [
    ...contentFaults(files, new Set(sources)),
    ...manifestFaults(manifest),
    ...originFaults(JSON.parse(manifest), origin, packageRules[name]?.folder ?? ''),
    ...(size > budget
      ? [`${size} bytes packed; the budget is ${budget} (scripts/checks/tarball-rules.ts)`]
      : []),
    ...(await publintFaults(tarball)),
    ...(hasModules(JSON.parse(manifest)) ? await typeResolutionFaults(tarball) : []),
  ];
  return {
    findings: findings.map((fault) => `${name}: ${fault}`),
    summary: `${name}: ${files.length} files, ${size} bytes packed`,
  };
}

/** Whether there is anything to import: a package may be a command only. */
const hasModules = ({ exports = {} }: { readonly exports?: Readonly<Record<string, unknown>> }) =>
  Object.keys(exports).some((name) => name !== './package.json');

async function publintFaults(tarball: string): Promise<string[]> {
  const file = await readFile(tarball);
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
  const text = (message: Message) => formatMessage(message, pkg, { color: false }) ?? message.code;
  return messages.map((message) => `publint: ${text(message)}`);
}

async function typeResolutionFaults(tarball: string): Promise<string[]> {
  const attw = await run([
    'attw',
    tarball,
    '--profile',
    'esm-only',
    '--no-color',
    '--no-emoji',
    '--format',
    'ascii',
  ]);
  return attw.code === 0 ? [] : [`are the types wrong: ${attw.output.trim()}`];
}
