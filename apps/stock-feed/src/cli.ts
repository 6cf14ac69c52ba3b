#!/usr/bin/env node
import { unsupportedNode } from '@erply-kit/schemas/unsupported-node';

// The sources run as they are, and have syntax (`using`) that older ones cannot even read.
const problem = unsupportedNode(process, '24');
if (problem !== undefined) {
  process.stderr.write(`stock-feed: ${problem}\n`);
  process.exit(1);
}
const { start } = await import('./program.ts');

await start();
