import type { Allocate } from './buffer-pool.ts';

/** JSON as PHP prints it has no character beyond ASCII, so a text and its bytes have the same length. */
export type Ascii = string | Uint8Array;

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
    if (typeof part === 'string') bytes.write(part, at, 'latin1');
    else bytes.set(part, at);
    at += part.length;
  }
  bytes.write(tail, at, 'latin1');
  return bytes;
}
