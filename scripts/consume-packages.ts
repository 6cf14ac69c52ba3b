import { cp, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { build } from 'rolldown';

import { packPackages } from './pack-packages.ts';
import { repository } from './repository.ts';
import { run, runOrThrow } from './run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const rootManifest: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(
  await readFile(join(repository, 'package.json'), 'utf8'),
);

const usage = 'Usage: consume-packages [--node FOLDER|VERSION] [--expect MAJOR]';

/** A Node to run the packages on, and what its version must begin with. */
interface ChosenNode {
  readonly path: string;
  readonly expected: string;
}

/** Packs the packages, installs the tarballs with npm outside the workspace and uses them there. */
async function main(): Promise<void> {
  const options = { node: { type: 'string' }, expect: { type: 'string' } } as const;
  const { node, expect } = parseArgs({ options }).values;
  await using folder = await temporaryFolder('consumers');
  await cp(join(repository, 'test-consumers'), folder.path, { recursive: true });
  const chosen = await chooseNode(folder.path, node, expect);
  const version = (await runOrThrow([chosen.path, '-p', 'process.version'])).trim();
  if (!version.startsWith(`v${chosen.expected}`)) {
    throw new Error(`expected Node ${chosen.expected}, but ${chosen.path} is ${version}`);
  }
  await install(folder.path);
  for (const [name, consume] of Object.entries(consumers)) {
    await consume(join(folder.path, name), chosen.path);
    console.log(`${name}: works on ${version}`);
  }
  if (node !== undefined) return;
  for (const old of oldVersions) {
    await beRefused(folder.path, old);
    console.log(`old-node: ${old} is told what is needed`);
  }
}

/** Without `--node` the Node of the workspace; a version is installed from npm, a folder holds `bin/node`. */
async function chooseNode(folder: string, node: string | undefined, expect = ''): Promise<ChosenNode> {
  if (node === undefined)
    return { path: process.execPath, expected: expect || (rootManifest.devDependencies.node ?? '') };
  if (!/^\d+(\.\d+)*$/.test(node)) return { path: resolve(node, 'bin/node'), expected: expect };
  return { path: await installNode(folder, node), expected: expect || node };
}

/** Installs a version of Node from npm and gives its path. */
async function installNode(folder: string, version: string): Promise<string> {
  const own = join(folder, `node-${version}`);
  await runOrThrow(['npm', 'install', '--prefix', own, '--no-audit', '--no-fund', `node@${version}`]);
  return join(own, 'node_modules/node/bin/node');
}

/** One install for all projects: the tarballs, and what a TypeScript project has anyway. */
async function install(folder: string): Promise<void> {
  const packages = await packPackages(folder);
  const tarballs = packages.map(({ name, tarball }) => [`@erply-kit/${name}`, `file:${tarball}`]);
  const { typescript, '@types/node': nodeTypes } = rootManifest.devDependencies;
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { ...Object.fromEntries(tarballs), typescript, '@types/node': nodeTypes },
    // The tarballs name each other by version: every one of them must be the tarball.
    overrides: Object.fromEntries(packages.map(({ name }) => [`@erply-kit/${name}`, `$@erply-kit/${name}`])),
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  await runOrThrow(['npm', 'install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder });
}

type Consumer = (folder: string, node: string) => Promise<unknown>;

const consumers: Readonly<Record<string, Consumer>> = {
  esm: (folder, node) => runOn(node, folder, 'main.js'),
  command: (folder, node) => runOn(node, folder, 'main.js'),
  commonjs: (folder, node) => runOn(node, folder, 'main.cjs'),
  async nodenext(folder, node) {
    await typeCheck(folder, node);
    await runOn(node, folder, 'out/main.js');
  },
  async bundler(folder, node) {
    await typeCheck(folder, node);
    const file = join(folder, 'out/main.js');
    await build({
      input: join(folder, 'main.ts'),
      platform: 'node',
      external: ['@erply-kit/mock'],
      transform: { target: 'node22.19' },
      output: { file, codeSplitting: false },
    });
    await runOn(node, folder, file);
  },
};

/** Too old for the packages: of an earlier line, and of the first line that they run on. */
const oldVersions = ['20', '22.12'];

/** Sees that packages and programs say in one line what is wrong with an older Node. */
async function beRefused(folder: string, version: string): Promise<void> {
  const old = await installNode(folder, version);
  await runOn(old, join(folder, 'old-node'), 'main.js');
  const tooOld = `Node ${version.replaceAll('.', '\\.')}[.\\d]* is too old: Node`;
  await expectFailure(
    [old, join(folder, 'bundler/out/main.js')],
    `@erply-kit/client: ${tooOld} 22.19 or newer`,
  );
  // The programs are TypeScript, which only later ones can be asked to read.
  if (version === oldVersions[0]) return;
  for (const app of ['importer', 'stock-feed']) {
    const program = [old, '--experimental-strip-types', '--no-warnings', `apps/${app}/src/cli.ts`, '--help'];
    await expectFailure(program, `^${app}: ${tooOld} 24 or newer is needed\\n$`);
  }
}

async function expectFailure(command: readonly string[], pattern: string): Promise<void> {
  const { code, output } = await run(command, { cwd: repository, env: { NODE_OPTIONS: '' } });
  if (code === 1 && new RegExp(pattern).test(output)) return;
  throw new Error(`${command.join(' ')} ended with code ${code} and said: ${output}`);
}

function typeCheck(folder: string, node: string): Promise<string> {
  return runOn(node, folder, join(folder, '../node_modules/typescript/bin/tsc'), '-p', '.');
}

/** Runs a program on the chosen Node, which is also the one it finds on its path. */
function runOn(node: string, cwd: string, ...args: string[]): Promise<string> {
  const path = [dirname(node), process.env.PATH].join(delimiter);
  return runOrThrow([node, ...args], { cwd, env: { PATH: path, NODE_OPTIONS: '' }, timeoutMs: 60_000 });
}

main().catch((error: Error & { code?: string }) => {
  const wrongUse = error.code?.startsWith('ERR_PARSE_ARGS') ?? false;
  console.error(wrongUse ? `${error.message}\n${usage}` : error.message);
  process.exitCode = wrongUse ? 2 : 1;
});
