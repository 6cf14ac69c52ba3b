import type { BaseProducts } from '@erply-kit/fixtures';

import { comparingTexts } from './comparing-ids.ts';
import { lowerBound } from './lower-bound.ts';
import { sortedIDs } from './sorted-ids.ts';

/** The untouched products by one of their texts, so that a code or the beginning of one is found at once. */
export class BaseTexts {
  readonly #ids: Int32Array;
  readonly #textOf: (id: number) => string;

  private constructor(ids: Int32Array, textOf: (id: number) => string) {
    this.#ids = ids;
    this.#textOf = textOf;
  }

  static async build(products: BaseProducts, field: string): Promise<BaseTexts> {
    const textOf = (id: number) => String(products.value(field, id) ?? '');
    const compare = await comparingTexts(products.size, textOf);
    return new BaseTexts(await sortedIDs(products.size, compare), textOf);
  }

  equal(text: string): number[] {
    return this.#while(text, (found) => found === text);
  }

  beginningWith(text: string): number[] {
    return this.#while(text, (found) => found.startsWith(text));
  }

  #while(text: string, matches: (found: string) => boolean): number[] {
    const start = lowerBound(this.#ids.length, (place) => this.#textOf(this.#ids[place] as number) < text);
    const found: number[] = [];
    for (let place = start; place < this.#ids.length; place += 1) {
      const id = this.#ids[place] as number;
      if (!matches(this.#textOf(id))) break;
      found.push(id);
    }
    return found;
  }
}
