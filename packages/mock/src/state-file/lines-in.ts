/**
 * The lines of UTF-8 text that comes in pieces, without their line feeds. Only a line feed ends one: `node:readline` would
 * also end it at U+2028, which stands in names.
 */
export async function* linesIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let begun = '';
  for await (const piece of pieces) {
    const lines = (begun + decoder.decode(piece, { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  const rest = begun + decoder.decode();
  if (rest !== '') yield rest;
}
