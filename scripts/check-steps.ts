import { type RunOptions, type RunResult, repository, run } from '@erply-kit/tooling';

import { audit } from './audit.ts';
import { checkDependencies } from './checks/check-dependencies.ts';
import { checkDirection } from './checks/check-direction.ts';
import { checkExamples } from './checks/check-examples.ts';
import { checkLinks } from './checks/check-links.ts';
import { checkPackages } from './checks/check-packages.ts';
import { checkPhrases } from './checks/check-phrases.ts';
import type { CheckReport } from './checks/check-report.ts';
import { checkSizes } from './checks/check-sizes.ts';
import { checkSupply } from './checks/check-supply.ts';
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

/** A check that runs in this process. */
function ownCheck(name: string, look: (root: string) => Promise<CheckReport>): Step {
  return {
    name,
    async run() {
      const { findings, summary } = await look(repository);
      const passed = findings.length === 0;
      const output = [...findings, summary].join('\n');
      return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, output };
    },
  };
}

/** Loads the packages when its turn comes: what is wrong in one of them must not keep the other checks from running. */
const checkPages = async (root: string) => (await import('./checks/check-pages.ts')).checkPages(root);

const scriptCommand = (name: string, ...args: string[]) => [process.execPath, `scripts/${name}.ts`, ...args];

/** `pnpm check`: all static checks, quick ones first, and the tests. */
export const checkSteps: readonly Step[] = [
  check('lint', () => run(['biome', 'ci', '--colors=off'], plain)),
  ownCheck('direction', checkDirection),
  ownCheck('sizes', checkSizes),
  check('unused', () => run(['knip', '--no-progress'], plain)),
  ownCheck('links', checkLinks),
  ownCheck('phrases', checkPhrases),
  ownCheck('dependencies', checkDependencies),
  ownCheck('supply', checkSupply),
  ownCheck('pages', checkPages),
  ownCheck('examples', checkExamples),
  check('types', () => turbo('types', 'types:scripts')),
  ownCheck('packages', checkPackages),
  { name: 'tests', run: () => runTests() },
];

const quickPrograms = [
  'demo.programs.',
  'mock/test/cli.programs.',
  'importer/test/terminal.programs.',
  'importer/test/disk-full.programs.',
  'stock-feed/test/interrupted.programs.',
  'stock-feed/test/push-kills.programs.',
];

/** What `.ci/run` has on top. A smoke test of each further sink of the importer belongs here, on a real one. */
export const ciSteps: readonly Step[] = [
  {
    name: 'programs',
    about: 'the demo, and the commands as processes: of the apps, of the fake',
    run: () => runTests({ env: { TEST_PROGRAMS: '1' } }, quickPrograms),
  },
  {
    name: 'postgres',
    about: 'smoke: the importer on a real PostgreSQL server, which the tests start',
    run: () =>
      runTests({ env: { TEST_POSTGRES: '1' } }, ['import-story.postgres.', 'postgres-sink.postgres.']),
  },
  longCheck(
    'consumers',
    'the packed tarballs outside the workspace, on its Node',
    scriptCommand('consume-packages', '--only', 'node'),
  ),
  longCheck(
    'large-shop',
    'both apps end to end at 100,000 products, every row compared',
    // People are lanes like the others: so many that they come on several pages say what a hundred thousand would.
    scriptCommand('large-shop/large-shop', '--customers', '5000'),
  ),
];

/** `pnpm check:full`: what needs another runtime, a browser, a site, a registry or too long; nightly. */
export const fullSteps: readonly Step[] = [
  {
    name: 'audit',
    about: 'known holes in what users get, as the registry knows them',
    run: () => audit(plain),
  },
  {
    name: 'programs-all',
    about:
      'tests that start many programs: the commands, the action, the examples, docs, other test runners, kills',
    run: () => runTests({ env: { TEST_PROGRAMS: '1' } }, ['.programs.']),
  },
  {
    name: 'postgres-all',
    about: 'the importer on a real PostgreSQL server: imports, migrations, locks, failures, kills',
    run: () => runTests({ env: { TEST_POSTGRES: '1' } }, ['.postgres.']),
  },
  longCheck(
    'consumers-all',
    'the packed tarballs outside the workspace, in every runtime, bundler and TypeScript that is promised',
    scriptCommand('consume-packages'),
  ),
  longCheck(
    'testing-pages',
    'what docs/testing*.md say, done with the packed tarballs; NO RUN where a language is not on this machine',
    scriptCommand('run-testing-pages'),
  ),
  longCheck(
    'large-shop-people',
    'both apps end to end at 100,000 products and as many customers, every row compared',
    scriptCommand('large-shop/large-shop'),
  ),
  longCheck(
    'image',
    'the Dockerfile of the fake, step by step in folders, since there may be no engine; what comes out is run',
    scriptCommand('try-image'),
  ),
  longCheck(
    'status-page',
    'the status page of importer watch in a real browser; NO RUN where there is no Chromium',
    scriptCommand('try-status-page'),
  ),
];
