import { join } from 'node:path';

import { run, runOrThrow } from '@erply-kit/tooling';

import type { Consumer } from './consumer.ts';
import { runIn } from './run-in.ts';

/** The fixture of the fake in one version of vitest: tests that pass, and one that fails and has to be explained. */
export function vitestConsumer(name: string, version: string): Consumer {
  return {
    name,
    async use(folder) {
      // The fake imports vitest as well, so it lies where the fake does.
      const install = ['npm', 'install', '--no-save', '--no-audit', '--no-fund', '--no-package-lock'];
      await runOrThrow([...install, `vitest@${version}`], { cwd: folder });
      const command = [
        process.execPath,
        '../node_modules/vitest/vitest.mjs',
        'run',
        '--no-color',
        '--test-timeout=60000',
      ];
      await runIn(join(folder, 'vitest'), command);
      await expectJournal(command, join(folder, 'vitest'));
      return `vitest ${version}: the fixture of the fake`;
    },
  };
}

/** Runs tests of which one fails: below it stands what its account was asked. */
export async function expectJournal(command: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await run(command, {
    cwd,
    env: { FAILS: '1', NODE_OPTIONS: '' },
    timeoutMs: 120_000,
  });
  if (code !== 1 || !/Requests of account shows-what-was-asked-\w+, .*:\n.*#1 .*verifyUser/.test(output))
    throw new Error(`${command.join(' ')} ended with code ${code}, without the journal: ${output}`);
}
