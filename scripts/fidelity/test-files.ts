import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import { repository } from '../repository.ts';

const packageFolder = 'packages/mock';

/** The test files of the fake by their names without `.test.ts`; they lie beside what they test, or in `test`. */
const files = new Map(
  ['src', 'test'].flatMap((folder) =>
    readdirSync(join(repository, packageFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => [
        basename(file, '.test.ts'),
        `${packageFolder}/${folder}/${file.replaceAll('\\', '/')}`,
      ]),
  ),
);

/** Where a test file of the fake is, from the root of the repository; throws where there is none of that name. */
export function testFile(name: string): string {
  const file = files.get(name);
  if (file === undefined) throw new Error(`the ledger names a test that does not exist: ${name}`);
  return file;
}
