import { join } from 'node:path';

import { repository } from '@erply-kit/tooling';

/** The file that the command in a folder of the repository starts with: its sources, or in tests what was packed of them. */
export function commandFile(folder: string): string {
  return join(repository, folder, process.env.TESTED_COMMAND ?? 'src/cli.ts');
}
