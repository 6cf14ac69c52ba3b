import { eachInSlices } from '../slices.ts';
import type { CompareIDs, IDRange } from './sorted-ids.ts';

/** So many texts, a power of two, share a piece of memory: to make a larger one would take too long at a time. */
const pieceBits = 12;
const pieceTexts = 1 << pieceBits;

/** Texts by their numbers from 0 on, outside the heap: a million strings would hold the garbage collector up. */
class Texts {
  readonly #pieces: Uint16Array[] = [];
  /** Where each text begins and ends in its piece. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;

  constructor(size: number) {
    this.#starts = new Uint32Array(size);
    this.#ends = new Uint32Array(size);
  }

  /** Adds the texts of a whole piece, but for the last one. */
  addPiece(texts: readonly string[]): void {
    const first = this.#pieces.length * pieceTexts;
    const units = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0));
    let end = 0;
    for (const [index, text] of texts.entries()) {
      this.#starts[first + index] = end;
      for (let at = 0; at < text.length; at += 1) units[end++] = text.charCodeAt(at);
      this.#ends[first + index] = end;
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

/** Compares the IDs of a range by a text of each, alike ones by the ID. */
export async function comparingTexts(
  { firstID, size }: IDRange,
  textOf: (id: number) => string,
): Promise<CompareIDs> {
  const texts = new Texts(size);
  let piece: string[] = [];
  await eachInSlices(size, (index) => {
    piece.push(textOf(firstID + index));
    if (piece.length < pieceTexts && index + 1 < size) return;
    texts.addPiece(piece);
    piece = [];
  });
  return (left, right) => texts.compare(left - firstID, right - firstID) || left - right;
}

/** Compares the IDs of a range by a number of each, alike ones by the ID. */
export async function comparingNumbers(
  { firstID, size }: IDRange,
  numberOf: (id: number) => number,
): Promise<CompareIDs> {
  const numbers = new Float64Array(size);
  await eachInSlices(size, (index) => {
    numbers[index] = numberOf(firstID + index);
  });
  return (left, right) =>
    (numbers[left - firstID] as number) - (numbers[right - firstID] as number) || left - right;
}

/** Compares the IDs of a range by a key of each as `compare` does, alike ones by the ID. */
export async function comparingKeys<TKey>(
  { firstID, size }: IDRange,
  keyOf: (id: number) => TKey,
  compare: (left: TKey, right: TKey) => number,
): Promise<CompareIDs> {
  const keys: TKey[] = [];
  await eachInSlices(size, (index) => {
    keys.push(keyOf(firstID + index));
  });
  return (left, right) =>
    compare(keys[left - firstID] as TKey, keys[right - firstID] as TKey) || left - right;
}
