import type { Steps } from '../slices.ts';
import { DataFault } from './data-fault.ts';
import type { DataDocument } from './read-document.ts';
import type { StagedData } from './staged-data.ts';

/**
 * Reads a line of NDJSON, which counts from 1: a record, a deletion or nothing.
 * @throws DataFault
 */
export function stageLine(data: StagedData, line: string, number: number): void {
  if (line.trim() === '') return;
  const where = `line ${number}`;
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch {
    throw new DataFault(`${where}: not JSON`);
  }
  data.add(where, entry);
}

function deletionOf(where: string, entry: unknown): unknown {
  if (typeof entry === 'object' && entry !== null) return { ...entry, deleted: true };
  throw new DataFault(`${where}: needs an object, as {"table":"products","id":5}`);
}

/**
 * Reads tables with lists of records, and `deleted`, a list of deletions; a record a step.
 * @throws DataFault about the first record that is wrong.
 */
export function* stageDocument(data: StagedData, document: DataDocument): Steps {
  for (const [name, list] of Object.entries(document)) {
    const shown = name.slice(0, 64);
    if (!Array.isArray(list)) throw new DataFault(`${JSON.stringify(shown)} needs a list of records`);
    for (const [index, record] of list.entries()) {
      const where = `record ${index + 1} of ${shown}`;
      if (name === 'deleted') data.add(where, deletionOf(where, record));
      else data.addRecord(where, name, record);
      yield;
    }
  }
}
