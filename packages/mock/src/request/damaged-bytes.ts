/** The bytes of a body, piece by piece. */
export type Bytes = AsyncGenerator<Uint8Array, void, undefined>;

/** Everything but the last byte: of a document in JSON or XML the one that closes it. */
export async function* allButLast(bytes: Bytes): Bytes {
  let last: Uint8Array | undefined;
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    if (last !== undefined) yield last;
    // Copied: a piece may be memory that is used again.
    last = Uint8Array.from(piece.subarray(-1));
    if (piece.length > 1) yield piece.subarray(0, -1);
  }
}

/** At most so many bytes, and never all of them. */
export async function* beginningOf(bytes: Bytes, count: number): Bytes {
  let left = count;
  if (left === 0) return;
  for await (const piece of allButLast(bytes)) {
    yield piece.subarray(0, left);
    left -= Math.min(left, piece.length);
    if (left === 0) return;
  }
}

/** How often a slow body sends something. */
const piecesPerSecond = 10;

/** The bytes at so many a second, as `sleep` knows seconds. */
export async function* slowed(
  bytes: Bytes,
  bytesPerSecond: number,
  sleep: (milliseconds: number) => Promise<void>,
): Bytes {
  const size = Math.max(1, Math.ceil(bytesPerSecond / piecesPerSecond));
  for await (const piece of bytes) {
    for (let from = 0; from < piece.length; from += size) {
      const part = piece.subarray(from, from + size);
      await sleep((part.length / bytesPerSecond) * 1000);
      yield part;
    }
  }
}
