import { repository } from './repository.ts';
import { type RunResult, run } from './run.ts';
import type { Step } from './run-steps.ts';
import { runTests } from './run-tests.ts';
import { turbo } from './turbo.ts';

const plain = { cwd: repository, env: { NO_COLOR: '1' } };

/** A step that counts as one check. */
function check(name: string, start: () => Promise<RunResult>): Step {
  return {
    name,
    async run() {
      const { code, output } = await start();
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

const script =
  (name: string, ...args: string[]) =>
  () =>
    run([process.execPath, `scripts/${name}.ts`, ...args], plain);

/** All checks, quick ones first. */
export const checkSteps: readonly Step[] = [
  check('lint', () => run(['biome', 'ci', '--colors=off'], plain)),
  check('direction', script('check-direction')),
  check('sizes', script('check-sizes')),
  check('unused', () => run(['knip', '--no-progress'], plain)),
  check('links', script('check-links')),
  check('dependencies', script('check-dependencies')),
  check('pages', script('generate-call-docs', '--check')),
  check('types', () => turbo('types', 'types:scripts')),
  check('packages', script('check-packages')),
  { name: 'tests', run: runTests },
];

/** The packed tarballs on the Node of the workspace, in small projects of their own; continuous integration wants it too. */
export const consumerStep: Step = check('consumers', script('consume-packages', '--only', 'node'));
