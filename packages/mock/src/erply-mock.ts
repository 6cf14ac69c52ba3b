#!/usr/bin/env node
import { unsupportedNode } from '@erply-kit/schemas/unsupported-node';

// Nothing else may be loaded before it is known that this Node can read it.
const problem = unsupportedNode();
if (problem === undefined) {
  await import('./cli.ts');
} else {
  process.stderr.write(`erply-mock: ${problem}\n`);
  process.exitCode = 1;
}
