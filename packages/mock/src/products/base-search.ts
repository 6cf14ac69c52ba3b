import type { BaseProducts } from '@erply-kit/fixtures';

import { eachInSlices, inSlices } from '../slices.ts';
import { lowerBound } from './lower-bound.ts';

/** Stands between the texts of one product, and after the last of them: nobody searches for it. */
const separator = '\u0001';

const searchable = (texts: readonly unknown[]) =>
  texts.map((text) => String(text ?? '').toLowerCase()).join(separator);

/** Whether one of the texts has the phrase in it, whatever the case. */
export const containsPhrase = (texts: readonly unknown[], phrase: string) =>
  searchable(texts).includes(phrase.toLowerCase());

/** Texts are gathered in pieces of so many bytes. */
const pieceBytes = 1024 * 1024;

/** How many products one step of a search finds. */
const findsPerStep = 1024;

/** The texts of all untouched products in one piece of memory, which is faster to search than a million texts. */
export class BaseSearch {
  readonly #bytes: Buffer;
  /** Where the text of each product begins, by place; the last one is the end. */
  readonly #starts: Uint32Array;

  private constructor(bytes: Buffer, starts: Uint32Array) {
    this.#bytes = bytes;
    this.#starts = starts;
  }

  static async build(products: BaseProducts, fields: readonly string[]): Promise<BaseSearch> {
    const starts = new Uint32Array(products.size + 1);
    const pieces: Buffer[] = [];
    let piece = Buffer.allocUnsafeSlow(pieceBytes);
    let filled = 0;
    let length = 0;
    await eachInSlices(products.size, (index) => {
      const texts = fields.map((field) => products.value(field, index + 1));
      const text = `${searchable(texts)}${separator}`;
      // A character of a text takes three bytes at most.
      if (filled + text.length * 3 > pieceBytes) {
        pieces.push(piece.subarray(0, filled));
        piece = Buffer.allocUnsafeSlow(Math.max(pieceBytes, text.length * 3));
        filled = 0;
      }
      starts[index] = length;
      const written = piece.write(text, filled);
      filled += written;
      length += written;
    });
    starts[products.size] = length;
    return new BaseSearch(Buffer.concat([...pieces, piece.subarray(0, filled)]), starts);
  }

  /** IDs of products with the phrase in one of their texts, ascending. */
  async containing(phrase: string): Promise<number[]> {
    const needle = Buffer.from(phrase.toLowerCase());
    const found: number[] = [];
    let at = this.#bytes.indexOf(needle);
    await inSlices(() => {
      for (let count = 0; count < findsPerStep && at !== -1 && at < this.#bytes.length; count += 1) {
        const place = lowerBound(this.#starts.length, (start) => (this.#starts[start] as number) <= at) - 1;
        found.push(place + 1);
        at = this.#bytes.indexOf(needle, this.#starts[place + 1] as number);
      }
      return at !== -1 && at < this.#bytes.length;
    });
    return found;
  }
}
