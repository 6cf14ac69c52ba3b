import { TransportError } from './transport-error.ts';

/** Smaller chunks are copied together: of a body that comes byte by byte, each is an object of half a kilobyte. */
const smallBytes = 1024;
const blockBytes = 16 * 1024;

/**
 * Reads a body to its end.
 * @throws TransportError `tooLarge` as soon as it is larger than `maxBytes`; the rest is not read.
 */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let block = new Uint8Array(0);
  let filled = 0;
  let length = 0;
  const endBlock = () => {
    if (filled > 0) pieces.push(block.subarray(0, filled));
    block = block.subarray(filled);
    filled = 0;
  };
  for await (const chunk of chunks) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new TransportError('tooLarge');
    if (chunk.byteLength >= smallBytes) {
      endBlock();
      pieces.push(chunk);
      continue;
    }
    if (filled + chunk.byteLength > block.byteLength) {
      endBlock();
      block = new Uint8Array(blockBytes);
    }
    block.set(chunk, filled);
    filled += chunk.byteLength;
  }
  endBlock();
  return joinPieces(pieces, length);
}

function joinPieces(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const body = new Uint8Array(length);
  let end = 0;
  for (const piece of pieces) {
    body.set(piece, end);
    end += piece.byteLength;
  }
  return body;
}
