import { CsvError, parse } from 'csv-parse';

import { Failure } from '../errors/failure.ts';
import { createIncompleteFailure } from './read-whole-file.ts';

/** Characters that a row may have: a quote that nobody closes would make one of all the rest. */
const maxRowLength = 1024 * 1024;

/** Bytes that are parsed at once: what they make is in memory together, however large the pieces of a file are. */
const maxPieceBytes = 16 * 1024;

/**
 * The rows of a CSV file as Erply writes it: latin1, commas, cells in quotes. Reads no faster than rows are taken.
 *
 * They come as many at a time as a piece of the file holds: to wait for each would take longer than to parse it.
 */
export async function* parseRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string[][]> {
  let rows: string[][] = [];
  const parser = parse({
    encoding: 'latin1',
    record_delimiter: ['\n', '\r\n'],
    max_record_size: maxRowLength,
    on_record(row: string[]) {
      rows.push(row);
      // Nothing is left to be read from the stream itself.
      return undefined;
    },
  });
  // The step that fails is what says so.
  parser.on('error', () => {});
  const taken = () => {
    const ready = rows;
    rows = [];
    return ready;
  };
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.byteLength; at += maxPieceBytes) {
        const piece = chunk.subarray(at, at + maxPieceBytes);
        await finished((done) => parser.write(piece, done));
        if (rows.length > 0) yield taken();
      }
    }
    await finished((done) => parser.end(done));
    if (rows.length > 0) yield taken();
  } catch (error) {
    throw error instanceof CsvError ? createSyntaxFailure(error) : error;
  } finally {
    parser.destroy();
  }
}

type Done = (error?: Error | null) => void;

const finished = (step: (done: Done) => void) =>
  new Promise<void>((resolve, reject) => step((error) => (error ? reject(error) : resolve())));

/** What is wrong and where; the library's own message quotes the file. */
function createSyntaxFailure(error: CsvError): Failure {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return createIncompleteFailure('it ends inside quotes');
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new Failure(`the report file has a row of more than ${maxRowLength} characters`, {
      kind: 'response',
      recovery: 'none',
    });
  const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
  return new Failure(`the report file is not a proper CSV${line} (${error.code})`, {
    kind: 'response',
    recovery: 'none',
  });
}
