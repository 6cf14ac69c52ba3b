import { audit } from './audit.ts';
import { repository } from './repository.ts';
import { type RunOptions, type RunResult, run } from './run.ts';
import type { Step } from './run-steps.ts';
import { runTests } from './run-tests.ts';
import { turbo } from './turbo.ts';

const plain: RunOptions = { cwd: repository, env: { NO_COLOR: '1' } };

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

/** A check that takes minutes: what it writes is shown as it comes. */
function longCheck(name: string, about: string, command: readonly string[]): Step {
  return { ...check(name, () => run(command, { ...plain, live: true })), about };
}

const scriptCommand = (name: string, ...args: string[]) => [process.execPath, `scripts/${name}.ts`, ...args];

const script =
  (name: string, ...args: string[]) =>
  () =>
    run(scriptCommand(name, ...args), plain);

/** `pnpm check`: all static checks, quick ones first, and the tests. */
export const checkSteps: readonly Step[] = [
  check('lint', () => run(['biome', 'ci', '--colors=off'], plain)),
  check('direction', script('check-direction')),
  check('sizes', script('check-sizes')),
  check('unused', () => run(['knip', '--no-progress'], plain)),
  check('links', script('check-links')),
  check('phrases', script('check-phrases')),
  check('dependencies', script('check-dependencies')),
  check('supply', script('check-supply')),
  check('pages', script('generate-call-docs', '--check')),
  check('types', () => turbo('types', 'types:scripts')),
  check('packages', script('check-packages')),
  { name: 'tests', run: () => runTests() },
];

/**
 * What `.ci/run` has on top. A smoke test of each further sink of the importer belongs here: one run of it against a
 * real database, as soon as there is one beside SQLite.
 */
export const ciSteps: readonly Step[] = [
  longCheck(
    'consumers',
    'the packed tarballs outside the workspace, on its Node',
    scriptCommand('consume-packages', '--only', 'node'),
  ),
  longCheck(
    'large-shop',
    'both apps end to end at 100,000 products, every row compared',
    scriptCommand('large-shop/large-shop'),
  ),
];

/** `pnpm check:full`: what needs another runtime, a browser, a site or a registry; nightly. */
export const fullSteps: readonly Step[] = [
  {
    name: 'audit',
    about: 'known holes in what users get, as the registry knows them',
    run: () => audit(plain),
  },
  longCheck(
    'consumers-all',
    'the packed tarballs outside the workspace, in every runtime, bundler and TypeScript that is promised',
    scriptCommand('consume-packages'),
  ),
];
