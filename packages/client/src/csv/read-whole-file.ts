import { Failure } from '../errors/failure.ts';
import type { TransportFile } from '../transport/transport.ts';

const newline = 10;

/**
 * Passes a file's bytes through, and throws at the end unless the file came whole: as long as announced, or else up to
 * the end that its framing marks; and with a final newline.
 */
export async function* readWholeFile(file: TransportFile): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let lastByte: number | undefined;
  try {
    for await (const chunk of file.chunks) {
      bytes += chunk.byteLength;
      lastByte = chunk.at(-1) ?? lastByte;
      yield chunk;
    }
  } catch (failure) {
    // To a slow reader, a server that ends the connection behind the last byte looks like one that broke off.
    if (bytes !== file.contentLength || !isIncomplete(failure)) throw failure;
  }
  if (file.contentLength === undefined) {
    if (!file.hasFramedEnd)
      throw createIncompleteFailure('neither Content-Length nor chunked framing proves its end');
  } else if (bytes !== file.contentLength) {
    throw createIncompleteFailure(`${bytes} of ${file.contentLength} bytes came`);
  }
  if (lastByte !== newline) throw createIncompleteFailure('it does not end with a newline');
}

const isIncomplete = (failure: unknown) => failure instanceof Failure && failure.facts.kind === 'incomplete';

/** The file ended before its end; the same call may give a whole one. */
export function createIncompleteFailure(detail: string): Failure {
  return new Failure(`the report file is incomplete: ${detail}`, { kind: 'incomplete', recovery: 'backOff' });
}
