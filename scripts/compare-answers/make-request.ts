import { type AnyCall, calls, wireOf } from '@erply-kit/schemas';

import { bare, elementOf, fieldsOf, isOptional, type Schema } from '../call-docs/schema-shape.ts';

/** Gives the next number, from 0 to below 1. */
export type Random = () => number;

/** Values that fields of a name had in answers so far: what a request asks for is there then. */
export type SeenValues = Map<string, string[]>;

export type Fields = Readonly<Record<string, string>>;

interface Source {
  readonly random: Random;
  readonly seen: SeenValues;
  /** Seconds since 1970 that the fake's clock shows. */
  readonly now: number;
}

const below = (random: Random, limit: number) => Math.floor(random() * limit);
const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)] as T;
const everyCall: readonly AnyCall[] = Object.values(calls);
/** A session that ends, or whose password changes, ends the comparison. */
const unsafe = new Set(['verifyUser', 'switchUser', 'changePassword', 'logout']);
const asked = everyCall.filter(({ name }) => !unsafe.has(name));
const odd = ['', 'x', '-1', '0', '999999', '1.5', ' 1', 'Õ&<>"'];

const day = 86_400;

/** Fields in which Erply lists several values with commas, and the name that one of them has. */
const singular = (name: string) => name.replace(/IDs$/, 'ID').replace(/s$/, '');

function seenValue({ random, seen }: Source, name: string): string | undefined {
  const values = seen.get(name) ?? seen.get(singular(name)) ?? seen.get(name.replace(/^search/, ''));
  return values && pick(random, values);
}

const idOf = (source: Source, name: string) =>
  seenValue(source, name) ?? String(1 + below(source.random, 40));

function textOf(source: Source, name: string): string {
  const text = Array.from(seenValue(source, name) ?? pick(source.random, ['a', 'Blue', 'New', '1', 'ä']));
  // A text can be looked for by a piece of it.
  return source.random() < 0.7
    ? text.join('')
    : text.slice(0, 1 + below(source.random, text.length)).join('');
}

const valueBy: Readonly<Record<string, (source: Source, name: string) => string>> = {
  flag: ({ random }) => String(below(random, 2)),
  flagString: ({ random }) => String(below(random, 2)),
  id: idOf,
  idString: idOf,
  idList: (source, name) => [1, 2, 3].map(() => idOf(source, name)).join(),
  allowedIDList: (source, name) => [1, 2].map(() => idOf(source, name)).join(),
  checkedIDList: (source, name) => [1, 2].map(() => idOf(source, name)).join(),
  wordList: (source, name) => [1, 2].map(() => textOf(source, name)).join(),
  integer: ({ random }) => String(below(random, 20)),
  integerString: ({ random }) => String(below(random, 20)),
  decimal: ({ random }) => String(below(random, 10_000) / 100),
  decimalString: ({ random }) => String(below(random, 10_000) / 100),
  unixSeconds: ({ random, now }) => String(now - below(random, 700 * day)),
  isoDate: ({ random, now }) => new Date((now - below(random, 700) * day) * 1000).toISOString().slice(0, 10),
  monthDay: ({ random, now }) => new Date((now - below(random, 700) * day) * 1000).toISOString().slice(5, 10),
};

/** The parameters of one input: several where its rows or numbers are numbered. */
function parametersOf(source: Source, name: string, optional: Schema): [string, string][] {
  const { random } = source;
  const schema = bare(optional);
  const wire = wireOf(schema);
  if (wire?.name === 'rows') {
    const cells = Object.entries(fieldsOf(schema) ?? {});
    return [1, 2].flatMap((row) =>
      cells
        .filter(() => random() < 0.7)
        .map(([cell, type]): [string, string] => [`${cell}${row}`, plainValue(source, cell, type)]),
    );
  }
  if (wire?.name === 'perNumber')
    return [[`${name}1`, plainValue(source, name, elementOf(schema) ?? schema)]];
  if (wire?.name === 'perWord')
    return [[`${name}-CARD`, plainValue(source, name, elementOf(schema) ?? schema)]];
  return [[name, plainValue(source, name, schema)]];
}

function plainValue(source: Source, name: string, optional: Schema): string {
  const { random } = source;
  if (random() < 0.03) return pick(random, odd);
  const wire = wireOf(bare(optional));
  if (wire?.values) return pick(random, wire.values);
  return (valueBy[wire?.name ?? ''] ?? textOf)(source, name);
}

function extrasOf({ random, seen }: Source): [string, string][] {
  const fields = [...seen.keys()];
  const extras: [string, string][] = [
    ['responseType', pick(random, ['XML', 'CSV', 'JSON'])],
    ['responseMode', pick(random, ['detail', 'normal'])],
    ['getFields', fields.length > 0 ? [1, 2, 3].map(() => pick(random, fields)).join() : 'name'],
    ['lang', pick(random, ['est', 'eng', 'rus'])],
    ['sendContentType', '1'],
  ];
  return extras.filter(() => random() < 0.08);
}

/** One call with some of its inputs, mostly such as it can be answered with. */
function makeCall(source: Source): Fields {
  const { random } = source;
  const call = pick(random, asked);
  const needed = new Set(random() < 0.9 ? (call.createNeeds ?? []).map(([first]) => first) : []);
  const inputs = Object.entries<Schema>(call.input());
  const share = Math.min(0.5, 2 / Math.max(1, inputs.length));
  const parameters = inputs
    .filter(([name, type]) => needed.has(name) || !isOptional(type) || random() < share)
    .flatMap(([name, type]) => parametersOf(source, name, type));
  const page: [string, string][] =
    call.paging && random() < 0.3
      ? [
          ['recordsOnPage', String(1 + below(random, 30))],
          ['pageNo', String(1 + below(random, 4))],
        ]
      : [];
  return Object.fromEntries([...parameters, ...page, ...extrasOf(source), ['request', call.name]]);
}

/** A request to the classic API without its session: one call, or a few of them in bulk. */
export function makeRequest(source: Source): Fields {
  if (source.random() >= 0.1) return makeCall(source);
  const parts = Array.from({ length: 1 + below(source.random, 5) }, (_, index) => index).map((index) => {
    const { request, responseType: _, ...fields } = makeCall(source);
    return { requestName: request, requestID: index, ...fields };
  });
  return { requests: JSON.stringify(parts) };
}
