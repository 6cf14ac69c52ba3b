import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

import type { DatabaseAddress } from '../database/database-address.ts';
import { DatabaseError } from '../database/database-error.ts';
import { openForWriting, openIfFilled } from '../database/open-database.ts';
import { sizeText } from '../output/file-progress.ts';
import { allTables } from '../tables/all-tables.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** Less than this is used up by the files that SQLite keeps beside a large transaction. */
const leastFreeBytes = 200e6;

/** Whether the database can be written to, by this program and now. One that is not there yet is not made. */
export async function checkDatabase(address: DatabaseAddress, clientCode: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    const found = await lookInto(address);
    // Opening one of an older schema would migrate it.
    if (found === 'ready') await (await openForWriting(address, { clientCode }))[Symbol.asyncDispose]();
    findings.push(ok('database', `${address.label} ${words[found]}`));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const isBusy = error.message.endsWith('another run is writing to it');
    findings.push(
      isBusy
        ? warn('database', error.message, 'that is right while a watch or a run is under way')
        : fail('database', error.message, 'put that right, or name another one with --database'),
    );
  }
  if (address.kind === 'sqlite') findings.push(checkDisk(address.path));
  return findings;
}

const words = {
  empty: 'holds nothing yet; the first run fills it',
  older: 'is of an older schema; the next run brings it to the present one',
  ready: 'can be written to, and nobody else does',
} as const;

async function lookInto(address: DatabaseAddress): Promise<keyof typeof words> {
  await using database = await openIfFilled(address);
  if (!database) return 'empty';
  for (const { name } of allTables) if (!(await database.hasTable(name))) return 'older';
  return 'ready';
}

/** Of the nearest folder that there is: the others are made by the first run. */
function checkDisk(path: string): Finding {
  let folder = dirname(path);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const message = `${sizeText(free)} free on the disk of ${folder}`;
  return free < leastFreeBytes
    ? warn('disk', message, 'make room: 100,000 products take some 500 MB')
    : ok('disk', message);
}
