import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { isoDate, isoDateTime, zeroDate } from './date.ts';
import { decimal, decimalString, nullableDecimal, plainDecimal, priceString } from './decimal.ts';
import { flag, flagString, oneOrNull, trueOrFalse } from './flag.ts';
import { id, idString, integer, integerString, unixSeconds, unixSecondsString } from './integer.ts';
import { allowedIDList, checkedIDList, idList, someOf, wordList } from './lists.ts';
import { monthDay } from './month-day.ts';
import { anyCaseOf, filledText, nullableText, oneOf, text, word } from './text.ts';
import { wireOf } from './wire.ts';

interface Case {
  readonly codec: z.ZodType;
  /** Spellings that are read, with what they mean. */
  readonly reads: readonly (readonly [wire: unknown, documented: unknown])[];
  /** Spellings that are refused. */
  readonly refuses: readonly unknown[];
  /** Documented values, with the one spelling that is printed. */
  readonly prints: readonly (readonly [documented: unknown, wire: unknown])[];
  /** What an absent field means; left out where absence is refused. */
  readonly absent?: unknown;
  readonly code?: number;
}

const unsetInteger = [
  [null, 0],
  ['', 0],
] as const;
const integers = [
  [6, 6],
  ['6', 6],
  [-3, -3],
  ['-3', -3],
  ['007', 7],
  [9007199254740991, 9007199254740991],
  ['9007199254740991', 9007199254740991],
] as const;
const noIntegers = [
  1.5,
  '1.5',
  'six',
  ' 6',
  '6 ',
  true,
  [],
  {},
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  '9007199254740993',
  '1e3',
  '+1',
  '0x1',
];
const decimals = [
  [1.5, 1.5],
  ['1.5', 1.5],
  ['12.500000', 12.5],
  ['-0.1', -0.1],
  ['.5', 0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['0', 0],
] as const;
const noDecimals = [
  '1,5',
  'x',
  '1.2.3',
  ' 1',
  '--1',
  '.',
  '-',
  'e5',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '1e999',
  true,
  [],
];
const flags = [
  [1, 1],
  ['1', 1],
  [true, 1],
  [0, 0],
  ['0', 0],
  [false, 0],
  ['', 0],
  [null, 0],
] as const;
const noFlags = [2, '2', 'yes', 'true', -1, [], {}];

const cases: Record<string, Case> = {
  id: { codec: id, reads: integers, refuses: [...noIntegers, null, ''], prints: [[6, 6]] },
  idString: { codec: idString, reads: integers, refuses: [...noIntegers, null, ''], prints: [[6, '6']] },
  integer: {
    codec: integer,
    reads: [...integers, ...unsetInteger],
    refuses: noIntegers,
    prints: [
      [6, 6],
      [0, 0],
    ],
    absent: 0,
  },
  integerString: {
    codec: integerString,
    reads: [...integers, ...unsetInteger],
    refuses: noIntegers,
    prints: [
      [6, '6'],
      [0, '0'],
    ],
    absent: 0,
  },
  unixSeconds: {
    codec: unixSeconds,
    reads: [...integers, ...unsetInteger],
    refuses: noIntegers,
    prints: [[1700000000, 1700000000]],
    absent: 0,
  },
  unixSecondsString: {
    codec: unixSecondsString,
    reads: [...integers, ...unsetInteger],
    refuses: noIntegers,
    prints: [
      [1700000000, '1700000000'],
      [0, '0'],
    ],
    absent: 0,
  },
  decimal: {
    codec: decimal,
    reads: [...decimals, [null, 0], ['', 0]],
    refuses: noDecimals,
    prints: [
      [1.5, 1.5],
      [0, 0],
    ],
    absent: 0,
  },
  decimalString: {
    codec: decimalString,
    reads: [...decimals, [null, null], ['', null]],
    refuses: noDecimals,
    prints: [
      [1.5, '1.5'],
      [0, '0'],
      [null, ''],
      [1e-7, '0.0000001'],
      [1e21, '1000000000000000000000'],
    ],
    absent: null,
  },
  priceString: {
    codec: priceString,
    reads: [...decimals, [null, 0], ['', 0]],
    refuses: noDecimals,
    prints: [
      [12.5, '12.50'],
      [7, '7.00'],
      [0, '0.00'],
      [0.1234, '0.1234'],
      [-1.5, '-1.50'],
      [1e-7, '0.0000001'],
      [1e21, '1000000000000000000000.00'],
    ],
    absent: 0,
  },
  nullableDecimal: {
    codec: nullableDecimal,
    reads: [...decimals, [null, null], ['', null]],
    refuses: noDecimals,
    prints: [
      [1.5, 1.5],
      [0, 0],
      [null, null],
    ],
    absent: null,
  },
  flag: {
    codec: flag,
    reads: flags,
    refuses: noFlags,
    prints: [
      [0, 0],
      [1, 1],
    ],
    absent: 0,
    code: 1016,
  },
  flagString: {
    codec: flagString,
    reads: flags,
    refuses: noFlags,
    prints: [
      [0, '0'],
      [1, '1'],
    ],
    absent: 0,
    code: 1016,
  },
  oneOrNull: {
    codec: oneOrNull,
    reads: [
      [1, 1],
      ['1', 1],
      [null, null],
      [0, null],
      ['0', null],
      ['', null],
    ],
    refuses: noFlags,
    prints: [
      [1, 1],
      [null, null],
    ],
    absent: null,
    code: 1016,
  },
  boolean: {
    codec: trueOrFalse,
    reads: [
      [true, true],
      [false, false],
      [1, true],
      ['1', true],
      [0, false],
      ['0', false],
    ],
    refuses: noFlags,
    prints: [
      [true, true],
      [false, false],
    ],
    code: 1016,
  },
  text: {
    codec: text,
    reads: [
      ['a', 'a'],
      ['', ''],
      [null, ''],
      [5, '5'],
      ['0', '0'],
    ],
    refuses: [true, [], {}],
    prints: [
      ['a', 'a'],
      ['', ''],
    ],
    absent: '',
  },
  filledText: {
    codec: filledText,
    reads: [
      ['a', 'a'],
      [5, '5'],
    ],
    refuses: ['', null, true, [], {}],
    prints: [['a', 'a']],
  },
  nullableText: {
    codec: nullableText,
    reads: [
      ['a', 'a'],
      ['', ''],
      [null, null],
      [5, '5'],
    ],
    refuses: [true, [], {}],
    prints: [
      ['a', 'a'],
      ['', ''],
      [null, null],
    ],
    absent: null,
  },
  word: {
    codec: word(['A', 'B']),
    reads: [
      ['A', 'A'],
      ['NEWER', 'NEWER'],
      ['', ''],
      [null, ''],
    ],
    refuses: [true, [], {}],
    prints: [
      ['A', 'A'],
      ['', ''],
    ],
    absent: '',
  },
  oneOf: {
    codec: oneOf(['A', 'B']),
    reads: [
      ['A', 'A'],
      ['B', 'B'],
    ],
    refuses: ['C', 'a', '', null, 1, [], {}, 'toString'],
    prints: [['A', 'A']],
    code: 1016,
  },
  anyCaseOf: {
    codec: anyCaseOf(['asc', 'productID']),
    reads: [
      ['asc', 'asc'],
      ['ASC', 'asc'],
      ['productid', 'productID'],
    ],
    refuses: ['C', 'asc ', '', null, 1, [], {}, 'toString'],
    prints: [['asc', 'asc']],
    code: 1016,
  },
  isoDate: {
    codec: isoDate,
    reads: [
      ['2024-02-29', '2024-02-29'],
      ['0000-00-00', null],
      ['', null],
      [null, null],
    ],
    refuses: ['2023-02-29', '2024-2-9', '29.02.2024', '2024-13-01', '2024-01-01T00:00:00Z', 20240101, {}],
    prints: [
      ['2024-02-29', '2024-02-29'],
      [null, ''],
    ],
    absent: null,
  },
  monthDay: {
    codec: monthDay,
    reads: [
      ['02-29', '02-29'],
      ['12-31', '12-31'],
      ['', null],
      [null, null],
    ],
    refuses: ['02-30', '2-9', '13-01', '00-10', '2024-02-29', '0229', 229, {}],
    prints: [
      ['02-29', '02-29'],
      [null, ''],
    ],
    absent: null,
  },
  isoDateTime: {
    codec: isoDateTime,
    reads: [
      ['2024-02-29 23:59:59', '2024-02-29 23:59:59'],
      ['0001-01-01 00:00:00', '0001-01-01 00:00:00'],
      ['0000-00-00 00:00:00', null],
      ['', null],
      [null, null],
    ],
    refuses: [
      ...['2023-02-29 10:00:00', '2024-02-29', '2024-02-29 24:00:00', '2024-02-29 23:60:00'],
      ...['2024-02-29 23:59:60', '2024-02-29T10:00:00', '2024-02-29 10:00', '2024-02-29 10:00:00Z'],
      ...['2024-02-29  10:00:00', '0000-00-00', 1709202000, {}],
    ],
    prints: [
      ['2024-02-29 23:59:59', '2024-02-29 23:59:59'],
      [null, ''],
    ],
    absent: null,
  },
  zeroDate: {
    codec: zeroDate,
    reads: [
      ['2024-02-29', '2024-02-29'],
      ['0000-00-00', null],
      ['', null],
      [null, null],
    ],
    refuses: ['2023-02-29', '29.02.2024', 20240101, {}],
    prints: [
      ['2024-02-29', '2024-02-29'],
      [null, '0000-00-00'],
    ],
    absent: null,
  },
  allowedIDList: {
    codec: allowedIDList,
    reads: [
      ['1,2,3', [1, 2, 3]],
      ['', []],
      [null, []],
    ],
    refuses: ['1,,2', '1,x', ',', '-1', '1.5'],
    prints: [
      [[1, 2, 3], '1,2,3'],
      [[], ''],
    ],
    absent: [],
    code: 1016,
  },
  checkedIDList: {
    codec: checkedIDList,
    reads: [
      ['1,2,3', [1, 2, 3]],
      ['', []],
      [null, []],
    ],
    refuses: ['1,,2', '1,x', ',', '-1', '1.5'],
    prints: [
      [[1, 2, 3], '1,2,3'],
      [[], ''],
    ],
    absent: [],
    code: 1029,
  },
  idList: {
    codec: idList,
    reads: [
      ['1,2,3', [1, 2, 3]],
      ['1', [1]],
      [7, [7]],
      ['1, 2', [1, 2]],
      ['', []],
      [null, []],
    ],
    refuses: ['1,,2', '1,x', ',', '-1', '1.5', '9007199254740993'],
    prints: [
      [[1, 2, 3], '1,2,3'],
      [[], ''],
    ],
    absent: [],
  },
  wordList: {
    codec: wordList,
    reads: [
      ['a,b', ['a', 'b']],
      [' a , b ', ['a', 'b']],
      ['a,,b', ['a', 'b']],
      ['', []],
      [null, []],
    ],
    refuses: [],
    prints: [
      [['a', 'b'], 'a,b'],
      [[], ''],
    ],
    absent: [],
  },
  someOf: {
    codec: someOf(['A', 'B']),
    reads: [
      ['A,B', ['A', 'B']],
      ['B', ['B']],
      ['A, B', ['A', 'B']],
      ['', []],
      [null, []],
    ],
    refuses: ['C', 'A,C', 'a'],
    prints: [
      [['A', 'B'], 'A,B'],
      [[], ''],
    ],
    absent: [],
    code: 1016,
  },
};

const show = (value: unknown) => (typeof value === 'number' ? String(value) : JSON.stringify(value));

describe.each(Object.entries(cases))('%s', (name, { codec, ...expected }) => {
  it('remembers how it looks on the wire', () => {
    expect(wireOf(codec)?.name).toBe(name);
    expect(wireOf(codec.optional())?.name).toBe(name);
  });

  it.each(expected.reads.map(([wire, value]) => [show(wire), wire, value] as const))(
    'reads %s',
    (_, wire, value) => {
      expect(z.decode(codec, wire)).toEqual(value);
    },
  );

  it.each(expected.refuses.map((wire) => [show(wire), wire] as const))('refuses %s', (_, wire) => {
    const result = z.safeDecode(codec, wire);
    expect(result.success).toBe(false);
    const issue = result.error?.issues[0];
    if (issue?.code === 'custom') expect(issue.params?.erplyCode).toBe(expected.code ?? 1014);
  });

  it.each(expected.prints.map(([value, wire]) => [show(value), value, wire] as const))(
    'prints %s',
    (_, value, wire) => {
      expect(z.encode(codec, value)).toBe(wire);
      expect(z.decode(codec, wire)).toEqual(value);
    },
  );

  it('prints its unset value as it says', () => {
    const unset = wireOf(codec)?.unset;
    if (unset === undefined || !('absent' in expected)) return;
    expect(z.encode(codec, expected.absent)).toBe(unset);
  });

  it('says what an absent field means', () => {
    const result = z.safeDecode(z.looseObject({ field: codec }), {} as never);
    if ('absent' in expected) expect(result.data).toEqual({ field: expected.absent });
    else expect(result.success).toBe(false);
  });

  it('adds nothing for an absent field that is optional', () => {
    expect(z.decode(z.looseObject({ field: codec.optional() }), {})).toEqual({});
    expect(z.encode(z.looseObject({ field: codec.optional() }), {})).toEqual({});
  });

  it('tells no value when it refuses', () => {
    const wire = 'canary-4711';
    expect(
      JSON.stringify(z.safeDecode(codec, wire).error?.issues.map((issue) => issue.message)) ?? '',
    ).not.toContain(wire);
  });
});

describe('plainDecimal', () => {
  it.each([
    [0, '0'],
    [-4, '-4'],
    [0.1, '0.1'],
    [1e-7, '0.0000001'],
    [-1.5e-9, '-0.0000000015'],
    [1.23456789e-18, '0.00000000000000000123456789'],
    [1e21, '1000000000000000000000'],
    [-1.25e30, '-1250000000000000000000000000000'],
    [5e-324, `0.${'0'.repeat(323)}5`],
    [Number.MAX_VALUE, `17976931348623157${'0'.repeat(292)}`],
  ])('prints %s without an exponent', (value, printed) => {
    expect(plainDecimal(value)).toBe(printed);
    expect(Number(printed)).toBe(value);
  });
});

describe('hostile texts', () => {
  it('are refused in linear time', () => {
    const digits = '1'.repeat(2_000_000);
    const started = performance.now();
    for (const codec of [decimal, integer, idList, isoDate, isoDateTime, flag]) {
      expect(z.safeDecode(codec, `${digits}x`).success).toBe(false);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
