import { closeSync, openSync, readSync } from 'node:fs';

/** Much more than a password or a file of variables has; what is larger is another file, or has no end. */
const maxBytes = 1024 * 1024;

/** A file that cannot be used as a text; the message is what follows its name in a sentence. */
export class TextFileError extends Error {
  override readonly name = 'TextFileError';
  /** The file does not exist. */
  readonly isMissing: boolean;

  constructor(problem: string, isMissing = false) {
    super(problem);
    this.isMissing = isMissing;
  }
}

/**
 * Reads a text in UTF-8, without the byte order mark that some editors put before it.
 *
 * @throws TextFileError when it cannot be read, is too large or is in another encoding.
 */
export function readTextFile(path: string): string {
  const bytes = readBytes(path);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new TextFileError('is in UTF-16; save it as UTF-8');
  if (bytes.includes(0)) throw new TextFileError('is in UTF-16 or is not a text; save it as UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TextFileError('is not in UTF-8; save it as UTF-8');
  }
}

/** In pieces up to the limit: the size of a pipe or a device says nothing. */
function readBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(maxBytes + 1);
  let length = 0;
  try {
    const file = openSync(path, 'r');
    try {
      for (let read = -1; read !== 0 && length <= maxBytes; length += read)
        read = readSync(file, bytes, length, bytes.length - length, null);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable((error as NodeJS.ErrnoException).code ?? 'unknown reason');
  }
  if (length > maxBytes) throw new TextFileError('is larger than 1 MB');
  return bytes.subarray(0, length);
}

function unreadable(code: string): TextFileError {
  if (code === 'EISDIR') return new TextFileError('is a folder');
  return new TextFileError(`cannot be read (${code})`, code === 'ENOENT');
}
