import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { build } from 'rolldown';

import { runOrThrow } from '@erply-kit/tooling';

import type { Consumer } from './consumer.ts';
import { installTools } from './install.ts';
import { runIn } from './run-in.ts';
import { startServers } from './start-servers.ts';
import { expectJournal } from './vitest-consumer.ts';

/** A Node to run the packages on, and what its version must begin with. */
interface ChosenNode {
  readonly path: string;
  readonly expected: string;
}

/** Each published package on one Node: as JavaScript, TypeScript, CommonJS, command and bundle, and the client whole. */
export function nodeConsumer(name: string, choose: (folder: string) => Promise<ChosenNode>): Consumer {
  return {
    name,
    async use(folder) {
      const { path, expected } = await choose(folder);
      const version = (await runOrThrow([path, '-p', 'process.versions.node'])).trim();
      if (!version.startsWith(expected))
        throw new Error(`expected Node ${expected}, but ${path} is ${version}`);
      for (const [project, use] of Object.entries(projects)) await use(join(folder, project), path);
      await using servers = await startServers(folder);
      const env = { SERVERS: servers.addresses, RUNTIME: `node ${version}`, SENDS_WITH: 'undici' };
      await runIn(join(folder, 'client'), [path, 'main.js'], env);
      return `Node ${version}: ${Object.keys(projects).join(', ')}, client with undici and with fetch`;
    },
  };
}

/** The Node of the workspace; whether it is the pinned one is what `scripts/check-node.js` tells. */
export async function workspaceNode(): Promise<ChosenNode> {
  return { path: process.execPath, expected: process.versions.node };
}

/** The Node that a project of test-consumers names. */
export function projectNode(project: string) {
  return async (folder: string): Promise<ChosenNode> => {
    const { node = '' } = await installTools(join(folder, project));
    return { path: join(folder, project, 'node_modules/node/bin/node'), expected: node };
  };
}

/** A version, which is installed from npm, or a folder that holds `bin/node`. */
export function givenNode(node: string, expect: string | undefined) {
  return async (folder: string): Promise<ChosenNode> => {
    if (!/^\d+(\.\d+)*$/.test(node)) return { path: resolve(node, 'bin/node'), expected: expect ?? '' };
    return { path: await installNode(folder, node), expected: expect ?? node };
  };
}

/** Installs a version of Node from npm and answers its path. */
export async function installNode(folder: string, version: string): Promise<string> {
  const own = join(folder, `node-${version}`);
  await runOrThrow(['npm', 'install', '--prefix', own, '--no-audit', '--no-fund', `node@${version}`]);
  return join(own, 'node_modules/node/bin/node');
}

/** Uses a project on a Node; what has to be compiled is compiled for the first one. */
type Project = (folder: string, node: string) => Promise<unknown>;

const projects: Readonly<Record<string, Project>> = {
  esm: (folder, node) => runIn(folder, [node, 'main.js']),
  command: (folder, node) => runIn(folder, [node, 'main.js']),
  apps: (folder, node) => runIn(folder, [node, 'main.js']),
  async 'node-test'(folder, node) {
    await runIn(folder, [node, '--test']);
    await expectJournal([node, '--test'], folder);
  },
  commonjs: (folder, node) => runIn(folder, [node, 'main.cjs']),
  async nodenext(folder, node) {
    if (!existsSync(join(folder, 'out'))) await typeCheck(folder);
    await runIn(folder, [node, 'out/main.js']);
  },
  bundler: async (folder, node) => runIn(folder, [node, await bundleClient(folder)]),
};

/** Bundles the client and a program that uses it into one file, unless that was done before, and answers its path. */
async function bundleClient(folder: string): Promise<string> {
  const file = join(folder, 'out/main.js');
  if (existsSync(file)) return file;
  await typeCheck(folder);
  await build({
    input: join(folder, 'main.ts'),
    platform: 'node',
    external: ['@erply-kit/mock'],
    transform: { target: 'node22.19' },
    output: { file, codeSplitting: false },
  });
  return file;
}

function typeCheck(folder: string): Promise<string> {
  return runIn(folder, [process.execPath, join(folder, '../node_modules/typescript/bin/tsc'), '-p', '.']);
}
