import { join, relative } from 'node:path';

import { repository } from '@erply-kit/tooling';

import { cleanLines } from '../clean-lines.ts';
import { reportTable, totalOf } from './report.ts';
import { runDemo } from './run-demo.ts';
import { faultsOf } from './verdict.ts';

const products = 5000;
const say = (text: string) => console.log(text);

function fail(reason: string): void {
  console.error(`The demo failed: ${cleanLines(reason)}`);
  process.exitCode = 1;
}

// So that the fake does not stay behind.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

try {
  const result = await runDemo({ folder: join(repository, '.data/demo'), products, say });
  say(`\n${reportTable([...result.lines, totalOf(result.lines)])}\n`);
  const faults = faultsOf(result);
  for (const fault of faults) fail(fault);
  if (faults.length === 0) {
    say('No difference. It left:');
    for (const path of [result.database, ...result.feed]) say(`  ${relative(process.cwd(), path)}`);
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
