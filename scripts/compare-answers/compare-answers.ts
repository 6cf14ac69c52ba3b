import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { runOrThrow } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { record } from './record.ts';
import { datasets } from './recording.ts';
import type { Difference } from './replay.ts';
import { seededRandom } from './seeded-random.ts';
import { sourcesAt } from './sources-at.ts';

const help = `Asks the fake as it is now and the fake of a commit the same requests, and compares each answer byte by byte.

  pnpm compare-answers --against COMMIT [--requests 3000] [--seed NUMBER]

Requests are seeded: every call with inputs that mostly have something to answer, reads and writes, alone and in bulk,
as JSON, XML and CSV, over each dataset. Exit code 1 when an answer differs.
`;

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    requests: { type: 'string', default: '3000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    help: { type: 'boolean', short: 'h' },
  },
});

/** The first lines in which two answers differ, short enough to be read. */
function firstDifference({ dataset, index, fields, here, there }: Difference): string {
  const theirs = there.split('\n');
  const line = here.split('\n').findIndex((text, at) => text !== theirs[at]);
  const [ours = '', other = ''] = [here.split('\n')[line], theirs[line]];
  const at = [...ours].findIndex((letter, place) => letter !== other[place]);
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 100));
  return `${dataset} #${index} ${JSON.stringify(fields).slice(0, 300)}\n  here:  ${part(ours)}\n  there: ${part(other)}`;
}

async function compare(commit: string, requests: number, seed: number): Promise<readonly Difference[]> {
  await using folder = await temporaryFolder('answers');
  const file = join(folder.path, 'recordings.json');
  const recordings = [];
  for (const dataset of datasets)
    recordings.push(await record({ dataset, seed: 1 }, requests, seededRandom(seed)));
  await writeFile(file, JSON.stringify(recordings));
  const sources = await sourcesAt(commit, folder.path);
  const program = join(import.meta.dirname, 'replay.ts');
  return JSON.parse(await runOrThrow([process.execPath, program, sources, file])) as Difference[];
}

const requests = Number(values.requests);
const seed = Number(values.seed);
if (values.help || values.against === undefined || !(requests > 0) || !Number.isInteger(seed)) {
  process.stdout.write(help);
  process.exitCode = values.help ? 0 : 2;
} else {
  const differences = await compare(values.against, requests, seed);
  for (const difference of differences.slice(0, 20)) console.log(firstDifference(difference));
  console.log(
    `${requests * datasets.length} requests (--seed ${seed}): ${differences.length} answers differ from those of ${values.against}`,
  );
  if (differences.length > 0) process.exitCode = 1;
}
