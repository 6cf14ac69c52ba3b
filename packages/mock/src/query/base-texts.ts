import type { Base } from '../store/base.ts';
import { comparingTexts } from './comparing-ids.ts';
import { lowerBound } from './lower-bound.ts';
import { sortedIDs } from './sorted-ids.ts';

/** The rows of the base by one of their texts, so that a code or the beginning of one is found at once. */
export class BaseTexts {
  readonly #ids: Int32Array;
  readonly #textOf: (id: number) => string;

  private constructor(ids: Int32Array, textOf: (id: number) => string) {
    this.#ids = ids;
    this.#textOf = textOf;
  }

  static async build(base: Base, field: string): Promise<BaseTexts> {
    const textOf = (id: number) => String(base.value(field, id) ?? '');
    const compare = await comparingTexts(base, textOf);
    return new BaseTexts(await sortedIDs(base, compare), textOf);
  }

  equal(text: string): number[] {
    return this.#while(text, (found) => found === text);
  }

  beginningWith(text: string): number[] {
    return this.#while(text, (found) => found.startsWith(text));
  }

  #while(text: string, matches: (found: string) => boolean): number[] {
    const start = lowerBound(
      this.#ids.length,
      (position) => this.#textOf(this.#ids[position] as number) < text,
    );
    const found: number[] = [];
    for (let position = start; position < this.#ids.length; position += 1) {
      const id = this.#ids[position] as number;
      if (!matches(this.#textOf(id))) break;
      found.push(id);
    }
    return found;
  }
}
