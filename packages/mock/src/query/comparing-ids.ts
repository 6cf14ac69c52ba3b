import { eachInSlices } from '../slices.ts';
import type { CompareIDs } from './sorted-ids.ts';

/** So many texts, a power of two, share a piece of memory: to make a larger one would take too long at a time. */
const pieceBits = 12;
const pieceTexts = 1 << pieceBits;

/** Texts of IDs from 1 on, outside the heap: a million strings would hold the garbage collector up. */
class Texts {
  readonly #pieces: Uint16Array[] = [];
  /** Where the text of each ID begins and ends in its piece. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;

  constructor(size: number) {
    this.#starts = new Uint32Array(size + 1);
    this.#ends = new Uint32Array(size + 1);
  }

  /** Adds the texts of a whole piece, but for the last one. */
  addPiece(texts: readonly string[]): void {
    const firstID = this.#pieces.length * pieceTexts;
    const units = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0));
    let end = 0;
    for (const [index, text] of texts.entries()) {
      this.#starts[firstID + index] = end;
      for (let at = 0; at < text.length; at += 1) units[end++] = text.charCodeAt(at);
      this.#ends[firstID + index] = end;
    }
    this.#pieces.push(units);
  }

  /** As strings compare: by their UTF-16 units. */
  compare(left: number, right: number): number {
    const units = this.#pieces[left >> pieceBits] as Uint16Array;
    const otherUnits = this.#pieces[right >> pieceBits] as Uint16Array;
    let at = this.#starts[left] as number;
    let other = this.#starts[right] as number;
    const length = (this.#ends[left] as number) - at;
    const otherLength = (this.#ends[right] as number) - other;
    const end = at + Math.min(length, otherLength);
    while (at < end) {
      const difference = (units[at++] as number) - (otherUnits[other++] as number);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }
}

/** Compares the IDs 1 to `size` by a text of each, alike ones by the ID. */
export async function comparingTexts(size: number, textOf: (id: number) => string): Promise<CompareIDs> {
  const texts = new Texts(size);
  // No record has the ID 0.
  let piece = [''];
  await eachInSlices(size, (index) => {
    piece.push(textOf(index + 1));
    if (piece.length < pieceTexts && index + 1 < size) return;
    texts.addPiece(piece);
    piece = [];
  });
  return (left, right) => texts.compare(left, right) || left - right;
}

/** Compares the IDs 1 to `size` by a number of each, alike ones by the ID. */
export async function comparingNumbers(size: number, numberOf: (id: number) => number): Promise<CompareIDs> {
  const numbers = new Float64Array(size + 1);
  await eachInSlices(size, (index) => {
    numbers[index + 1] = numberOf(index + 1);
  });
  return (left, right) => (numbers[left] as number) - (numbers[right] as number) || left - right;
}

/** Compares the IDs 1 to `size` by a key of each as `compare` does, alike ones by the ID. */
export async function comparingKeys<TKey>(
  size: number,
  keyOf: (id: number) => TKey,
  compare: (left: TKey, right: TKey) => number,
): Promise<CompareIDs> {
  const keys: TKey[] = [];
  await eachInSlices(size, (index) => {
    keys.push(keyOf(index + 1));
  });
  return (left, right) => compare(keys[left - 1] as TKey, keys[right - 1] as TKey) || left - right;
}
