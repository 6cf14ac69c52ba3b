import { join } from 'node:path';

import { repository, run } from '@erply-kit/tooling';

import type { Consumer } from './consumer.ts';
import { installNode } from './node-consumer.ts';
import { runIn } from './run-in.ts';

/** Of an earlier line, and of the first line that the packages run on. */
const versions = ['20', '22.12'] as const;

/** Packages and programs say in one line what is wrong with a Node that is too old for them. */
export const oldNodeConsumer: Consumer = {
  name: 'old-node',
  async use(folder) {
    for (const version of versions) await beRefused(folder, version);
    return `Node ${versions.join(' and ')} are told what is needed`;
  },
};

async function beRefused(folder: string, version: string): Promise<void> {
  const old = await installNode(folder, version);
  await runIn(join(folder, 'old-node'), [old, 'main.js']);
  const tooOld = `Node ${version.replaceAll('.', '\\.')}[.\\d]* is too old: Node`;
  // The programs are TypeScript, which only later ones can be asked to read.
  if (version === versions[0]) return;
  for (const app of ['importer', 'stock-feed']) {
    const program = [old, '--experimental-strip-types', '--no-warnings', `apps/${app}/src/cli.ts`, '--help'];
    await expectFailure(program, `^${app}: ${tooOld} 24 or newer is needed\\n$`);
  }
}

async function expectFailure(command: readonly string[], pattern: string): Promise<void> {
  const options = { cwd: repository, env: { NODE_OPTIONS: '' }, timeoutMs: 60_000 };
  const { code, output } = await run(command, options);
  if (code === 1 && new RegExp(pattern).test(output)) return;
  throw new Error(`${command.join(' ')} ended with code ${code} and said: ${output}`);
}
