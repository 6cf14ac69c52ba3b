import { bundleConsumer } from './bundle-consumer.ts';
import type { Consumer } from './consumer.ts';
import { jestConsumer } from './jest-consumer.ts';
import { nodeConsumer, projectNode, workspaceNode } from './node-consumer.ts';
import { oldNodeConsumer } from './old-node-consumer.ts';
import { runtimeConsumer } from './runtime-consumer.ts';
import { typescriptConsumer } from './typescript-consumer.ts';
import { vitestConsumer } from './vitest-consumer.ts';
import { workerdConsumer } from './workerd-consumer.ts';

/** All that docs/runtimes.md promises. */
export const consumers: readonly Consumer[] = [
  nodeConsumer('node', workspaceNode),
  nodeConsumer('node22', projectNode('node22')),
  nodeConsumer('node24', projectNode('node24')),
  oldNodeConsumer,
  runtimeConsumer('bun'),
  runtimeConsumer('deno', ['run', '--allow-env', '--allow-net=127.0.0.1']),
  workerdConsumer,
  bundleConsumer('esbuild', 'fetch'),
  bundleConsumer('webpack', 'undici'),
  jestConsumer,
  vitestConsumer('vitest', '5.1.1'),
  vitestConsumer('vitest-4', '4.0.18'),
  vitestConsumer('vitest-3', '3.2.0'),
  typescriptConsumer('typescript-5.7'),
  typescriptConsumer('typescript-5.9'),
  typescriptConsumer('typescript-6'),
  typescriptConsumer('typescript-7'),
];
