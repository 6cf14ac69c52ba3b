import { eachInSlices, inSlices } from '../slices.ts';
import type { Base } from '../store/base.ts';

/** Stands before each text. */
const separator = '\u0001';

const searchable = (text: unknown) => String(text ?? '').toLowerCase();

/** Whether one of the texts has the phrase in it, which is in small letters: whatever their own case. */
export function containsPhrase(texts: readonly unknown[], wanted: string): boolean {
  return texts.some((text) => searchable(text).includes(wanted));
}

/** The texts of some rows that follow one another. */
interface Piece {
  readonly bytes: Buffer;
  readonly firstID: number;
  /** Where the texts of each row end. */
  readonly ends: Uint32Array;
}

/** Rows of one piece: few enough to be searched at once, many enough to search none of them by itself. */
const pieceRows = 4096;

/** The texts of all rows of the base in large pieces of memory, which are faster to search than a million texts. */
export class BaseSearch {
  readonly #pieces: readonly Piece[];
  /** Characters of all texts of the row that has most. */
  readonly #longest: number;

  private constructor(pieces: readonly Piece[], longest: number) {
    this.#pieces = pieces;
    this.#longest = longest;
  }

  static async build(base: Base, fields: readonly string[]): Promise<BaseSearch> {
    const pieces: Piece[] = [];
    let texts: string[] = [];
    let longest = 0;
    await eachInSlices(base.size, (index) => {
      let text = '';
      for (const field of fields) text += separator + searchable(base.value(field, base.firstID + index));
      texts.push(text);
      longest = Math.max(longest, text.length);
      if (texts.length < pieceRows && index + 1 < base.size) return;
      pieces.push(pieceOf(texts, base.firstID + index + 1 - texts.length));
      texts = [];
    });
    return new BaseSearch(pieces, longest);
  }

  /** IDs of rows with the phrase, which is in small letters, in one of their texts, ascending. */
  async containing(wanted: string): Promise<number[]> {
    return this.#find(wanted, '');
  }

  /** IDs of rows one of whose texts begins with the phrase, which is in small letters, ascending. */
  async beginningWith(wanted: string): Promise<number[]> {
    return this.#find(wanted, separator);
  }

  async #find(wanted: string, before: '' | typeof separator): Promise<number[]> {
    // A phrase may be as long as a body.
    if (wanted.length > this.#longest || wanted.includes(separator)) return [];
    const phrase = before + wanted;
    const needle = Buffer.from(phrase);
    const found: number[] = [];
    let next = 0;
    await inSlices(() => {
      const piece = this.#pieces[next];
      next += 1;
      if (piece !== undefined) findIn(piece, needle, found);
      return piece !== undefined;
    });
    return found;
  }
}

function pieceOf(texts: readonly string[], firstID: number): Piece {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [index, text] of texts.entries()) {
    end += Buffer.byteLength(text);
    ends[index] = end;
  }
  return { bytes: Buffer.from(texts.join('')), firstID, ends };
}

function findIn({ bytes, firstID, ends }: Piece, needle: Buffer, found: number[]): void {
  let index = 0;
  let at = bytes.indexOf(needle);
  while (at !== -1 && at < bytes.length) {
    while ((ends[index] as number) <= at) index += 1;
    found.push(firstID + index);
    at = bytes.indexOf(needle, ends[index]);
  }
}
