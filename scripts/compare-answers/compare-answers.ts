import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { runOrThrow, temporaryFolder } from '@erply-kit/tooling';

import { record } from './record.ts';
import { datasets } from './recording.ts';
import type { Difference } from './replay.ts';
import { seededRandom } from './seeded-random.ts';
import { sourcesAt } from './sources-at.ts';

const usage = `Usage: pnpm compare-answers --against COMMIT [--requests 3000] [--seed NUMBER]

Asks the fake as it is now and the fake of a commit the same requests, and compares each answer byte by byte. Requests are
seeded: every call with inputs that mostly have something to answer, reads and writes, alone and in bulk, as JSON, XML and
CSV, so many over each dataset. Exit code 1 when an answer differs.
`;

interface Choice {
  readonly against: string;
  readonly requests: number;
  readonly seed: number;
}

/** Throws `TypeError` when the command line cannot be meant. */
function readChoice(): Choice | 'help' {
  const { values } = parseArgs({
    options: {
      against: { type: 'string' },
      requests: { type: 'string', default: '3000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { against, help } = values;
  if (help) return 'help';
  const [requests, seed] = [Number(values.requests), Number(values.seed)];
  if (against === undefined) throw new TypeError('--against is missing: name the commit to compare with');
  if (!Number.isInteger(requests) || requests < 1)
    throw new TypeError(`--requests ${values.requests}: give a whole number of 1 or more`);
  if (!Number.isInteger(seed)) throw new TypeError(`--seed ${values.seed}: give a whole number`);
  return { against, requests, seed };
}

/** The first lines in which two answers differ, short enough to be read. */
function firstDifference({ dataset, index, fields, here, there }: Difference): string {
  const theirs = there.split('\n');
  const line = here.split('\n').findIndex((text, at) => text !== theirs[at]);
  const [ours = '', other = ''] = [here.split('\n')[line], theirs[line]];
  let at = 0;
  while (at < ours.length && ours[at] === other[at]) at += 1;
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 100));
  return `${dataset} #${index} ${JSON.stringify(fields).slice(0, 300)}\n  here:  ${part(ours)}\n  there: ${part(other)}`;
}

async function compare({ against, requests, seed }: Choice): Promise<readonly Difference[]> {
  await using folder = await temporaryFolder('answers');
  const sources = await sourcesAt(against, folder.path);
  const recorded = join(folder.path, 'recordings.json');
  const compared = join(folder.path, 'differences.json');
  const recordings = [];
  for (const dataset of datasets)
    recordings.push(await record({ dataset, seed: 1 }, requests, seededRandom(seed)));
  await writeFile(recorded, JSON.stringify(recordings));
  const program = join(import.meta.dirname, 'replay.ts');
  await runOrThrow([process.execPath, program, sources, recorded, compared]);
  return JSON.parse(await readFile(compared, 'utf8')) as Difference[];
}

async function main(): Promise<void> {
  const choice = readChoice();
  if (choice === 'help') return void process.stdout.write(usage);
  const differences = await compare(choice);
  for (const difference of differences.slice(0, 20)) console.log(firstDifference(difference));
  const { against, requests, seed } = choice;
  console.log(
    `${requests * datasets.length} requests (--seed ${seed}): ${differences.length} answers differ from those of ${against}`,
  );
  if (differences.length > 0) process.exitCode = 1;
}

await main().catch((error: Error) => {
  const isWrongUse = error instanceof TypeError;
  console.error(isWrongUse ? `${error.message}\n\n${usage}` : error.message);
  process.exitCode = isWrongUse ? 2 : 1;
});
