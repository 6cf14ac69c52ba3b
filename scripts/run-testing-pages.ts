import { temporaryFolder } from '@erply-kit/tooling';

import { installPackages } from './consumers/install.ts';
import { runSteps } from './run-steps.ts';
import { packedFolders } from './testing-pages/page-folders.ts';
import { pageStep } from './testing-pages/page-step.ts';
import { testingPages } from './testing-pages/testing-pages.ts';

/** Does what the pages about testing say, with the packed packages, outside the workspace. */
await using folder = await temporaryFolder('testing-pages');
const packages = await installPackages(folder.path);
const open = packedFolders(folder.path, packages);
const { passed, failed } = await runSteps(
  testingPages.map((page) => pageStep(page, open)),
  console.log,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
