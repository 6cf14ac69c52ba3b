import { TransportError } from './transport-error.ts';

/**
 * Reads a body to its end.
 * @throws TransportError `tooLarge` as soon as it is larger than `maxBytes`; the rest is not read.
 */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new TransportError('tooLarge');
    read.push(chunk);
  }
  const [first] = read;
  if (first !== undefined && read.length === 1) return first;
  const body = new Uint8Array(length);
  let end = 0;
  for (const chunk of read) {
    body.set(chunk, end);
    end += chunk.byteLength;
  }
  return body;
}
