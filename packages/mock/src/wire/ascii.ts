import type { Allocate } from './buffer-pool.ts';

type Piece = string | Uint8Array;

/** A text in pieces, most of which are kept somewhere: they are put together when they are written, and not before. */
interface Pieces {
  readonly length: number;
  readonly pieces: readonly Piece[];
}

/** JSON as PHP prints it has no character beyond ASCII, so a text and its bytes have the same length. */
export type Ascii = Piece | Pieces;

/** A text of some pieces. */
export const inPieces = (pieces: readonly Piece[]): Ascii => ({
  length: pieces.reduce((sum, { length }) => sum + length, 0),
  pieces,
});

const piecesOf = (text: Ascii): readonly Piece[] =>
  typeof text === 'object' && 'pieces' in text ? text.pieces : [text];

/** Its bytes: those that are kept, where it is in one piece. */
export function bufferOf(text: Ascii): Buffer {
  const pieces = piecesOf(text).map((piece) =>
    typeof piece === 'string'
      ? Buffer.from(piece, 'latin1')
      : Buffer.from(piece.buffer, piece.byteOffset, piece.length),
  );
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
}

/** The text itself. */
export const textOf = (text: Ascii): string =>
  typeof text === 'string' ? text : bufferOf(text).toString('latin1');

/** Texts that are there, or that are encoded when they are written: a page of a bulk request may wait for its turn. */
export type Encodable =
  | readonly Ascii[]
  | { readonly length: number; readonly encode: (from: number, to: number) => readonly Ascii[] };

/** Encodes texts, from one index to before another: all of them when none is given. */
export const encode = (texts: Encodable, from = 0, to = texts.length): readonly Ascii[] =>
  'encode' in texts ? texts.encode(from, to) : texts.slice(from, to);

const comma = 0x2c;

/** A list with what stands before and after it. */
export interface AsciiList {
  readonly head: string;
  readonly parts: Encodable;
  readonly tail: string;
}

/** The list as it is now, whatever becomes of what it is made of. */
export const atOnce = (list: AsciiList): AsciiList => ({ ...list, parts: encode(list.parts) });

/** Puts a list together between a head and a tail, copying each part once: most of what the fake does is this. */
export function joinAscii(text: AsciiList, allocate: Allocate): Buffer {
  const { head, tail } = text;
  const parts = encode(text.parts);
  let length = head.length + tail.length + Math.max(0, parts.length - 1);
  for (const part of parts) length += part.length;
  const bytes = allocate(length);
  let at = bytes.write(head, 0, 'latin1');
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      bytes[at] = comma;
      at += 1;
    }
    for (const piece of piecesOf(part)) {
      if (typeof piece === 'string') bytes.write(piece, at, 'latin1');
      else bytes.set(piece, at);
      at += piece.length;
    }
  }
  bytes.write(tail, at, 'latin1');
  return bytes;
}
