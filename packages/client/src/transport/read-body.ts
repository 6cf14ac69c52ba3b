import { TransportError } from './transport-error.ts';

/**
 * Reads a body to its end.
 * @throws TransportError `tooLarge` as soon as it is larger than `maxBytes`; the rest is not read.
 */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  let block = new Uint8Array(0);
  let filled = 0;
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new TransportError('tooLarge');
    if (filled + chunk.byteLength > block.byteLength) {
      blocks.push(block.subarray(0, filled));
      block = new Uint8Array(Math.max(blockBytes, chunk.byteLength));
      filled = 0;
    }
    block.set(chunk, filled);
    filled += chunk.byteLength;
  }
  return joined([...blocks, block.subarray(0, filled)], length);
}

/** Chunks are copied, not kept: of a body that comes byte by byte, each is an object of a hundred bytes. */
const blockBytes = 64 * 1024;

function joined(blocks: readonly Uint8Array[], length: number): Uint8Array {
  const body = new Uint8Array(length);
  let end = 0;
  for (const block of blocks) {
    body.set(block, end);
    end += block.byteLength;
  }
  return body;
}
