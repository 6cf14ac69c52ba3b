import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { killImporter } from './kill-importer.ts';
import { sizeOfTrial } from './open-trial.ts';
import { sqliteCopy } from './sqlite-copy.ts';

const size = sizeOfTrial({ kills: 1000, products: 2000 });

test('an importer that is killed at any moments, in a shop that changes, is finished by the next run', async () => {
  await using folder = await temporaryFolder('importer-kills');
  const newCopy = (round: number) => sqliteCopy(join(folder.path, `round-${round}.db`));
  const summary = await killImporter({ size, cwd: folder.path, newCopy });
  console.log(`importer on SQLite: ${summary}`);
  expect(summary).not.toBe('');
});
