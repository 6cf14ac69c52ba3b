import { DataFault } from './data-fault.ts';

/** The most that is read of NDJSON, and of one line of it. */
export const maxDataBytes = 256 * 1024 * 1024;
const maxLineCharacters = 1024 * 1024;

function checkLine(line: string, number: number): string {
  if (line.length <= maxLineCharacters) return line;
  throw new DataFault(`line ${number}: is longer than ${maxLineCharacters} characters`, 413);
}

/**
 * The lines of a text, without its byte order mark.
 * @throws DataFault
 */
export function* linesOf(text: string): Generator<string> {
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (let number = 1; start < text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield checkLine(text.slice(start, end), number);
    start = end + 1;
  }
}

/**
 * The lines of a stream of UTF-8, as they come; no more of it is in the memory than one line and one chunk.
 * @throws DataFault
 */
export async function* linesOfStream(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [bytes, number, rest] = [0, 1, ''];
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > maxDataBytes) throw new DataFault(`the data is larger than ${maxDataBytes} bytes`, 413);
    const parts = (rest + decoded(decoder, chunk, number)).split('\n');
    rest = checkLine(parts.pop() ?? '', number + parts.length);
    for (const part of parts) {
      yield checkLine(part, number);
      number += 1;
    }
  }
  const last = rest + decoded(decoder, undefined, number);
  if (last !== '') yield checkLine(last, number);
}

/** A replaced character would be a changed record, so what is not UTF-8 is refused. */
function decoded(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Uint8Array | undefined,
  number: number,
): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new DataFault(`line ${number} or one after it: not UTF-8`);
  }
}
