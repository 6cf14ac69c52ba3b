import { eachInSlices } from '../slices.ts';
import type { BaseFinder } from './base-finder.ts';
import { containsPhrase } from './base-search.ts';
import type { Fields, Filter } from './filter.ts';
import { textKey } from './text-key.ts';

const textOf = (row: Fields, field: string) => String(row.get(field) ?? '');
const numberOf = (row: Fields, field: string) => Number(row.get(field) ?? 0);
const ascending = (left: number, right: number) => left - right;

/** Rows by their IDs. */
export function byIDs({ base }: BaseFinder, ids: readonly number[]): Filter {
  const wanted = new Set(ids);
  const known = [...wanted].filter((id) => base.has(id));
  return {
    key: `id=${[...wanted].sort(ascending).join()}`,
    matches: (row) => wanted.has(row.id),
    baseIDs: async () => known,
    changedIDs: ({ changes }) => [...wanted].filter((id) => changes.has(id)),
  };
}

/** Rows are few that are less than one in so many. */
const few = 4;

/** Rows whose field has one of some values; `undefined` among them stands for one that is not set. */
function havingOneOf({ base }: BaseFinder, field: string, values: readonly unknown[]): Filter {
  const wanted = new Set(values);
  const isText = values.some((value) => typeof value === 'string');
  const texts = [...wanted].map((value) => (typeof value === 'string' ? textKey(value) : String(value)));
  return {
    key: `${field}${isText ? '==' : '='}${texts.sort().join()}`,
    matches: (row) => wanted.has(row.get(field) ?? undefined),
    async baseIDs() {
      const computed = [...wanted].map((value) => base.computed(field, value));
      if (computed.every((ids) => ids !== undefined)) return computed.flat();
      const index = await base.index(field);
      const count = [...wanted].reduce<number>((sum, value) => sum + index.count(value), 0);
      // To test all rows, in slices, is no longer way then.
      if (count * few > base.size) return undefined;
      return [...wanted].flatMap((value) => index.of(value));
    },
    indexedField: field,
    *changedIDs(table) {
      for (const value of wanted) yield* table.changedWith(field, value);
    },
  };
}

/** Rows whose field has exactly one of some values: one that is not set has none. */
export const oneOf = (base: BaseFinder, field: string, values: readonly (number | string)[]): Filter =>
  havingOneOf(base, field, values);

/** Rows whose field has one of some numbers. One that is not set is 0. */
export const oneOfNumbers = (base: BaseFinder, field: string, values: Iterable<number>): Filter =>
  havingOneOf(base, field, withUnset([...values]));

const withUnset = (values: readonly number[]): readonly unknown[] =>
  values.includes(0) ? [...values, undefined] : values;

/** Rows whose text is equal to a text. */
export function equalText(base: BaseFinder, field: string, text: string): Filter {
  return {
    key: `${field}=${textKey(text)}`,
    matches: (row) => textOf(row, field) === text,
    baseIDs: () => base.equal(field, text),
    indexedField: field,
    changedIDs: (table) => table.changedWith(field, text),
  };
}

/** Rows whose text begins with a text, in the same case. */
export function prefixedText(base: BaseFinder, field: string, prefix: string): Filter {
  return {
    key: `${field}^=${textKey(prefix)}`,
    matches: (row) => textOf(row, field).startsWith(prefix),
    baseIDs: async () => (await base.texts(field)).beginningWith(prefix),
  };
}

/** What is searched for, in small letters, and what stands for it in keys: made once, since it may be long. */
export interface Phrase {
  readonly wanted: string;
  readonly key: string;
}

export function phraseOf(text: string): Phrase {
  const wanted = text.toLowerCase();
  return { wanted, key: textKey(wanted) };
}

/** Rows with the phrase in one of the fields, whatever the case. */
export function containing(base: BaseFinder, fields: readonly string[], { wanted, key }: Phrase): Filter {
  return {
    key: `${fields.join()}*=${key}`,
    matches: (row) =>
      containsPhrase(
        fields.map((field) => row.get(field)),
        wanted,
      ),
    baseIDs: async () => (await base.search(fields)).containing(wanted),
  };
}

/** Rows one of whose texts begins so, whatever the case: found by the search, which knows no case. */
export function startingWith(base: BaseFinder, fields: readonly string[], { wanted, key }: Phrase): Filter {
  return {
    key: `${fields.join()}~=${key}`,
    matches: (row) => fields.some((field) => textOf(row, field).toLowerCase().startsWith(wanted)),
    baseIDs: async () => (await base.search(fields)).beginningWith(wanted),
  };
}

/** Rows that pass one of some filters at least. */
export function anyOf({ base }: BaseFinder, filters: readonly Filter[]): Filter {
  return {
    key: `any(${filters.map((filter) => filter.key).join(')(')})`,
    matches: (row) => filters.some((filter) => filter.matches(row)),
    async baseIDs() {
      const lists: (readonly number[])[] = [];
      for (const { baseIDs } of filters) {
        const list = await baseIDs?.();
        if (list === undefined) return undefined;
        if (list.length > 0) lists.push(list);
      }
      const [only = []] = lists;
      if (lists.length < 2) return only;
      const { firstID, size } = base;
      const isFound = new Uint8Array(size);
      for (const list of lists) for (const id of list) isFound[id - firstID] = 1;
      const found: number[] = [];
      await eachInSlices(size, (index) => {
        if (isFound[index] === 1) found.push(firstID + index);
      });
      return found;
    },
  };
}

/** Rows whose number in a field is from `limit` on. One that is not set is 0. */
export const since = (field: string, limit: number): Filter => ({
  key: `${field}>=${limit}`,
  matches: (row) => numberOf(row, field) >= limit,
});
