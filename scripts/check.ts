import { parseArgs } from 'node:util';

import { checkSteps, consumerStep } from './check-steps.ts';
import { runSteps, type Step } from './run-steps.ts';

const usage = `Usage: pnpm check [--consumers] [STEP]...
Steps: ${[...checkSteps, consumerStep].map((step) => step.name).join(', ')}`;

/** Runs the named steps, or all; whatever fails, the others still run, and one line of counts comes last. */
async function main(): Promise<number> {
  const options = { consumers: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const steps = positionals.length > 0 ? positionals.map(stepNamed) : [...checkSteps];
  if (values.consumers) steps.push(consumerStep);
  const { passed, failed } = await runSteps(steps, console.log);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function stepNamed(name: string): Step {
  const step = [...checkSteps, consumerStep].find((one) => one.name === name);
  if (!step) throw new Error(`there is no step "${name}"`);
  return step;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(`${error.message}\n${usage}`);
    process.exitCode = 2;
  },
);
