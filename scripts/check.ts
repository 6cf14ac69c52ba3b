import { parseArgs } from 'node:util';

import { checkSteps, ciSteps, fullSteps } from './check-steps.ts';
import { runSteps, type Step } from './run-steps.ts';
import { countTests } from './run-tests.ts';

const namesOf = (steps: readonly Step[]) => steps.map(({ name }) => name).join(', ');

const usage = `Usage: pnpm check [--ci] [--tested FILE --test-code CODE] [STEP]...
       pnpm check:full [STEP]...

Steps: ${namesOf(checkSteps)}
  --ci       also ${namesOf(ciSteps)}, which take minutes
  --full     instead ${namesOf(fullSteps)}, which need a registry
  --tested   counts the tests of a run that has just ended, by its TEST_COUNTS_FILE and its exit code, instead of
             running them again`;

const options = {
  ci: { type: 'boolean' },
  full: { type: 'boolean' },
  tested: { type: 'string' },
  'test-code': { type: 'string' },
} as const;

/** Runs the named steps, or all; whatever fails, the others still run, and one line of counts comes last. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { tested, 'test-code': code } = values;
  if ((tested === undefined) !== (code === undefined))
    throw new Error('--tested and --test-code go together');
  const all = values.full ? fullSteps : [...checkSteps, ...(values.ci ? ciSteps : [])];
  const chosen = positionals.length > 0 ? positionals.map(stepNamed) : all;
  const counted = (step: Step) => countedStep(step, tested ?? '', code ?? '');
  const steps = tested === undefined ? chosen : chosen.map(counted);
  const { passed, failed } = await runSteps(steps, console.log);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function stepNamed(name: string): Step {
  const step = [...checkSteps, ...ciSteps, ...fullSteps].find((one) => one.name === name);
  if (!step) throw new Error(`there is no step "${name}"`);
  return step;
}

/** The step of the tests reads what a run of them has left. */
function countedStep(step: Step, countsFile: string, code: string): Step {
  if (step.name !== 'tests') return step;
  const output = `pnpm test ended with code ${code}; what it wrote stands above`;
  return { name: 'tests', run: () => countTests({ code: Number(code), output, countsFile }) };
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
