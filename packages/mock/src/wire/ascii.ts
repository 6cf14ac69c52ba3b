/** JSON as PHP prints it has no character beyond ASCII, so a text and its bytes have the same length. */
export type Ascii = string | Uint8Array;

const comma = 0x2c;

/** Puts a list together between a head and a tail, copying each part once: most of what the fake does is this. */
export function joinAscii(head: string, parts: readonly Ascii[], tail: string): Buffer {
  let length = head.length + tail.length + Math.max(0, parts.length - 1);
  for (const part of parts) length += part.length;
  const bytes = Buffer.allocUnsafe(length);
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
