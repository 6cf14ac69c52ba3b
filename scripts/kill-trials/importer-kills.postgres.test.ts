import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';
import { startPostgresServer } from '@erply-kit/tooling/postgres-server';

import { killImporter } from './kill-importer.ts';
import { sizeOfTrial } from './open-trial.ts';
import { postgresCopy } from './postgres-copy.ts';

const size = sizeOfTrial({ kills: 1000, products: 2000 });

test('an importer that is killed at any moments, in a shop that changes, is finished by the next run on PostgreSQL', async () => {
  await using folder = await temporaryFolder('importer-kills');
  await using server = await startPostgresServer();
  const newCopy = (round: number) => postgresCopy(server.url(), `round_${round}`);
  const summary = await killImporter({ size, cwd: folder.path, newCopy });
  console.log(`importer on PostgreSQL: ${summary}`);
  expect(summary).not.toBe('');
});
