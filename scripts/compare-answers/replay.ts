import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { type CreateMock, openFake, type Recording } from './recording.ts';

/*
 * node scripts/compare-answers/replay.ts SOURCES RECORDINGS DIFFERENCES
 * Asks the fake of other sources what a file of recordings has, and writes a file of where its answers differ.
 */

/** A request that two versions of the fake answer differently. */
export interface Difference {
  readonly dataset: string;
  /** Which of the dataset's requests, from 0 on. */
  readonly index: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly here: string;
  readonly there: string;
}

async function replay(createMock: CreateMock, { start, exchanges }: Recording): Promise<Difference[]> {
  const ask = await openFake(createMock, start);
  const differences: Difference[] = [];
  for (const [index, { fields, answer }] of exchanges.entries()) {
    const there = await ask(fields);
    if (there !== answer) differences.push({ dataset: start.dataset, index, fields, here: answer, there });
  }
  return differences;
}

const [sources = '', file = '', result = ''] = process.argv.slice(2);
const { createMock } = (await import(pathToFileURL(join(sources, 'packages/mock/src/index.ts')).href)) as {
  createMock: CreateMock;
};
const recordings = JSON.parse(await readFile(file, 'utf8')) as readonly Recording[];
const differences = (await Promise.all(recordings.map((recording) => replay(createMock, recording)))).flat();
await writeFile(result, JSON.stringify(differences));
