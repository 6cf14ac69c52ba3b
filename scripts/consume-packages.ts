import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { repository, temporaryFolder } from '@erply-kit/tooling';

import type { Consumer } from './consumers/consumer.ts';
import { consumers } from './consumers/consumers.ts';
import { installPackages } from './consumers/install.ts';
import { givenNode, nodeConsumer } from './consumers/node-consumer.ts';
import { runSteps } from './run-steps.ts';

const usage = `Usage: pnpm consumers [--only NAME,NAME | --node FOLDER|VERSION [--expect MAJOR]]
Without --only all of them: ${consumers.map((consumer) => consumer.name).join(', ')}.
With --node one Node: a version, which npm installs, or a folder that holds bin/node.`;

/** Packs the packages, installs the tarballs with npm outside the workspace and uses them there. */
async function main(): Promise<void> {
  const chosen = choose();
  await using folder = await temporaryFolder('consumers');
  await cp(join(repository, 'test-consumers'), folder.path, { recursive: true });
  const start = performance.now();
  await installPackages(folder.path);
  console.log(`packed and installed in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const steps = chosen.map((consumer) => ({
    name: consumer.name,
    run: async () => ({ passed: 1, failed: 0, output: await consumer.use(folder.path) }),
  }));
  const { passed, failed } = await runSteps(steps, console.log);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function choose(): readonly Consumer[] {
  const options = { only: { type: 'string' }, node: { type: 'string' }, expect: { type: 'string' } } as const;
  const { only, node, expect } = parseArgs({ options }).values;
  if (node !== undefined && only !== undefined) throw new WrongUse('give --only or --node, not both');
  if (node === undefined && expect !== undefined) throw new WrongUse('--expect belongs to --node');
  if (node !== undefined) return [nodeConsumer(`node ${expect ?? node}`, givenNode(node, expect))];
  return only === undefined ? consumers : only.split(',').map(consumerNamed);
}

function consumerNamed(name: string): Consumer {
  const consumer = consumers.find((one) => one.name === name);
  if (!consumer) throw new WrongUse(`there is no consumer "${name}"`);
  return consumer;
}

class WrongUse extends Error {}

main().catch((error: Error & { code?: string }) => {
  const isWrongUse = error instanceof WrongUse || error.code?.startsWith('ERR_PARSE_ARGS');
  console.error(isWrongUse ? `${error.message}\n${usage}` : error.message);
  process.exitCode = isWrongUse ? 2 : 1;
});
