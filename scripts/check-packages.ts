import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { type Message, publint } from 'publint';
import { formatMessage } from 'publint/utils';

import { originFaults } from './origin-faults.ts';
import { type PackedPackage, packPackages } from './pack-packages.ts';
import { packageRules } from './package-rules.ts';
import { repository } from './repository.ts';
import { run, runOrThrow } from './run.ts';
import { isTest, sourceFiles } from './source-files.ts';
import { budgetBytes, contentFaults, manifestFaults } from './tarball-rules.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The one line that says where the source is, if it is known. */
const origin: string | undefined = JSON.parse(
  await readFile(join(repository, 'package.json'), 'utf8'),
).repository;

/** What is wrong with the tarballs as npm would get them. */
async function packageFaults(): Promise<string[]> {
  await using folder = await temporaryFolder('pack');
  const packages = await packPackages(folder.path);
  const faults = await Promise.all(packages.map(tarballFaults));
  return faults.flat();
}

async function tarballFaults({ name, tarball }: PackedPackage): Promise<string[]> {
  const folder = join(repository, packageRules[name]?.folder ?? '');
  const listed = await runOrThrow(['tar', '-tzf', tarball]);
  const files = listed
    .trim()
    .split('\n')
    .map((line) => line.replace(/^package\//, ''));
  const sources = (await sourceFiles(join(folder, 'src'))).filter((file) => !isTest(file));
  const manifest = await runOrThrow(['tar', '-xzOf', tarball, 'package/package.json']);
  const { size } = await stat(tarball);
  const budget = budgetBytes[name] ?? 0;
  console.log(`${name}: ${files.length} files, ${size} bytes packed`);
  return [
    ...contentFaults(files, new Set(sources)),
    ...manifestFaults(manifest),
    ...originFaults(JSON.parse(manifest), origin, packageRules[name]?.folder ?? ''),
    ...(size > budget ? [`${size} bytes packed; the budget is ${budget} (scripts/tarball-rules.ts)`] : []),
    ...(await publintFaults(tarball)),
    ...(await typeResolutionFaults(tarball)),
  ].map((fault) => `${name}: ${fault}`);
}

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

try {
  const faults = await packageFaults();
  if (origin === undefined) console.log('package.json at the root names no repository, so no package does');
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
