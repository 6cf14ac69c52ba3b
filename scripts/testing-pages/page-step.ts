import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repository, run } from '@erply-kit/tooling';

import type { Step } from '../run-steps.ts';
import { pageSteps } from './page-steps.ts';
import { type PageFolder, runPage } from './run-page.ts';
import type { TestingPage } from './testing-pages.ts';

/** A version without what some programs say beside it. */
const firstWords = (text: string) => text.trim().split(/\s/, 3).join(' ');

/** A step of a check that does what a page says, in a folder that it opens for it. */
export function pageStep(
  page: TestingPage,
  openFolder: (page: TestingPage) => Promise<PageFolder & AsyncDisposable>,
): Step {
  return {
    name: page.name,
    async run() {
      const version = await run(page.version);
      if (version.code !== 0) {
        const [command] = page.version;
        const notRun = `${page.file}: this machine does not have what it needs (${page.version.join(' ')})`;
        return { passed: 0, failed: 0, output: `no ${command}`, notRun };
      }
      const steps = pageSteps(page.file, await readFile(join(repository, page.file), 'utf8'));
      await using folder = await openFolder(page);
      const done = await runPage(page.file, steps, folder);
      return { passed: 1, failed: 0, output: `${firstWords(version.output)}: ${done}` };
    },
  };
}
