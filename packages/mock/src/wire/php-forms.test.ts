import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

import { describe, expect, it } from 'vitest';

import { formOf, keptFields, readForm } from './form.ts';
import type { Parameters } from './parameters.ts';
import { readUrlencoded } from './urlencoded.ts';

type Variable = readonly [name: string, value: string | null];

interface Counted {
  readonly contentType: string;
  readonly where: 'body' | 'query';
  readonly piece: string;
  readonly times: number;
  readonly ending: string;
  readonly kept: number;
  readonly last: Variable | null;
}

/** What PHP itself has answered, see scripts/record-php-forms.ts. */
const recorded = JSON.parse(readFileSync(new URL('php-forms.wire.json', import.meta.url), 'utf8')) as {
  readonly php: string;
  readonly cases: readonly [
    contentType: string | null,
    query: string,
    body: string,
    post: readonly Variable[],
    get: readonly Variable[],
  ][];
  readonly counted: readonly Counted[];
};

/** The bytes of a text of the table as the fake's reader of bodies decodes them. */
const decoded = (latin1: string) => Buffer.from(latin1, 'latin1').toString();

/** What PHP has made, as parameters: names that differ only in what is not UTF-8 are one. */
const parametersOf = (variables: readonly Variable[]) => [
  ...new Map(variables.map(([name, value]) => [decoded(name), value === null ? null : decoded(value)])),
];
const shown = (parameters: Parameters) =>
  [...parameters].map(([name, value]) => [name, typeof value === 'string' ? value : null]);

const textOf = ({ piece, times, ending }: Pick<Counted, 'piece' | 'times' | 'ending'>) =>
  Array.from({ length: times }, (_, index) => piece.replace('#', String(index + 1))).join('') + ending;

const maxInputVars = 1000;

describe(`a form that PHP ${recorded.php} has read`, () => {
  it('is read as PHP reads it: which body it takes for a form, its fields, their names and values', () => {
    expect(recorded.cases.length).toBeGreaterThan(1800);
    const different = recorded.cases.flatMap(([contentType, query, body, post, get]) => {
      const php = { post: parametersOf(post), get: parametersOf(get) };
      const ofBody = readForm(decoded(body), formOf(contentType ?? '')).values;
      const fake = { post: shown(ofBody), get: shown(readUrlencoded(query, 'query').values) };
      return isDeepStrictEqual(php, fake) ? [] : [{ contentType, query, body, php, fake }];
    });
    expect(different).toEqual([]);
  });

  it('is cut where PHP cuts it: at its number of variables, parts and empty fields', () => {
    expect(recorded.counted.length).toBeGreaterThan(80);
    const different = recorded.counted.flatMap(({ contentType, where, kept, last, ...counted }) => {
      const text = textOf(counted);
      const { values } =
        where === 'body'
          ? readForm(text, formOf(contentType), maxInputVars)
          : readUrlencoded(text, 'query', maxInputVars);
      const fake = { kept: values.size, last: shown(values).at(-1) ?? null };
      return isDeepStrictEqual({ kept, last }, fake) ? [] : [{ where, kept, last, fake, ...counted }];
    });
    expect(different).toEqual([]);
    expect(keptFields(formOf('application/x-www-form-urlencoded'), maxInputVars)).toBe(1001);
  });
});
