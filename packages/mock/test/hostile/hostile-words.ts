import type { Random } from '@erply-kit/tooling/property';

/** Who attacks: sessions that are open, and the source of all chances. */
export interface Attacker {
  readonly random: Random;
  readonly sessions: readonly { readonly clientCode: string; readonly sessionKey: string }[];
}

export const below = (attacker: Attacker, limit: number) => attacker.random.whole(0, limit - 1);
export const isOneIn = (attacker: Attacker, count: number) => below(attacker, count) === 0;
export function pick<T>(attacker: Attacker, list: readonly T[]): T {
  return list[below(attacker, list.length)] as T;
}
export const times = <T>(count: number, made: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => made(i));
export const randomBytes = (attacker: Attacker, count: number) =>
  Buffer.from(times(count, () => below(attacker, 256)));
const letters = [...'abcdefghijklmnopqrstuvwxyzABC019_-'];
export const word = (attacker: Attacker, length = 1 + below(attacker, 12)) =>
  times(length, () => pick(attacker, letters)).join('');

const oddValues: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1',
  '2',
  '1.5',
  '1e999',
  '-0',
  '0x10',
  'NaN',
  'Infinity',
  '9'.repeat(400),
  '1e21',
  '2147483648',
  '9007199254740993',
  '4294967296',
  '1,2,3',
  ',,,',
  '1,,x',
  '1;2',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '[[[[',
  '{"a":',
  '"',
  '\\',
  '<',
  ']]>',
  '&amp;',
  '\0',
  '\u0001\ufffe',
  '\u202e',
  '\ud800',
  '😀'.repeat(40),
  'ä',
  '__proto__',
  'constructor',
  'toString',
  'CURRENT_INVOICE_ID',
  '../../../etc/passwd',
  "' OR 1=1 --",
  '2026-02-30',
  '0000-00-00',
  '1780000000',
  'name',
  'asc',
  'ACTIVE',
  'products',
  'PRODUCT',
];
const oddNames: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'name[]',
  'a[b][c]',
  '[x]',
  'a]',
  'a[',
  '[]',
  '[',
  ']',
  '',
  ' ',
  '.',
  'a.b',
  'a b',
  '\0',
  'ä',
  '😀',
  'name[__proto__]',
  '__proto__[x]',
  'attributeName1',
  'attributeName0',
  'attributeName99999999999',
  'attributeValue-1',
  'nameENG',
  'requests[]',
  'componentProductID1',
  'longAttributeName1',
  'productID[0]',
  '999999999',
  'responseMode',
  'lang',
  'request[0]',
];

export const oddValue = (attacker: Attacker): string =>
  isOneIn(attacker, 4) ? word(attacker, 1 + below(attacker, 60)) : pick(attacker, oddValues);
export const oddName = (attacker: Attacker): string =>
  isOneIn(attacker, 3) ? word(attacker) : pick(attacker, oddNames);

/** A value of JSON that is not what a field takes, or is by chance. */
export const jsonValue = (attacker: Attacker): unknown =>
  pick<unknown>(attacker, [
    null,
    true,
    1e300,
    -1,
    0.1,
    '',
    'x',
    [],
    {},
    [[1]],
    { toString: 1 },
    { a: { b: [null] } },
    [null, 1],
    'CURRENT_INVOICE_ID',
    oddValue(attacker),
    { valueOf: null },
    { requestName: 'getProducts' },
  ]);
