import { pipeline, Readable } from 'node:stream';

import { CsvError, parse } from 'csv-parse';

import { Failure } from '../errors/failure.ts';
import { createIncompleteFailure } from './read-whole-file.ts';

/** Characters that a row may have: a quote that nobody closes would make one of all the rest. */
const maxRowLength = 1024 * 1024;

/** The rows of a CSV file as Erply writes it: latin1, commas, cells in quotes. Reads no faster than rows are taken. */
export async function* parseRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const parser = parse({
    encoding: 'latin1',
    record_delimiter: ['\n', '\r\n'],
    max_record_size: maxRowLength,
  });
  // The rows are what is waited for; `pipeline` brings them a failure of the bytes and stops those when rows are left.
  pipeline(Readable.from(bytes), parser, () => {});
  try {
    yield* parser as AsyncIterable<string[]>;
  } catch (error) {
    throw error instanceof CsvError ? createSyntaxFailure(error) : error;
  }
}

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
