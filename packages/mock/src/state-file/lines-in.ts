/**
 * The lines of UTF-8 text that comes in pieces, without their line feeds. Only a line feed ends one: `node:readline` would
 * also end it at U+2028, which stands in names.
 */
export async function* linesIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  // Joined at its end only: a line may be so long that each piece must not cost what came before it.
  let begun: string[] = [];
  for await (const piece of pieces) {
    const [first = '', ...others] = decoder.decode(piece, { stream: true }).split('\n');
    begun.push(first);
    const next = others.pop();
    if (next === undefined) continue;
    yield begun.join('');
    yield* others;
    begun = [next];
  }
  const rest = begun.join('') + decoder.decode();
  if (rest !== '') yield rest;
}
