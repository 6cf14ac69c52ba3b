import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import * as calls from './calls/index.ts';
import { type AnyCall, defineCall } from './define-call.ts';
import { decodeInput, encodeInput } from './input-codec.ts';
import { decimal } from './wire/decimal.ts';
import { integer } from './wire/integer.ts';
import { maxNumberedRows, perNumber, rows } from './wire/numbered.ts';
import { text } from './wire/text.ts';
import { wireOf } from './wire/wire.ts';

const decode = (call: AnyCall, parameters: Record<string, string>) =>
  decodeInput(call, new Map(Object.entries(parameters)));
const codes = (call: AnyCall, parameters: Record<string, string>) =>
  decode(call, parameters).problems.map(({ field, code }) => [field, code]);

const sample = defineCall({
  name: 'sample',
  docs: 'https://example.test',
  effect: 'write',
  session: 'required',
  input: () => ({
    id: integer,
    lines: rows({ lineID: integer, amount: decimal.optional(), note: text.optional() }).optional(),
    level: perNumber(decimal).optional(),
    name: text.optional(),
  }),
  result: { none: true },
  errors: [],
  loggable: [],
  evidence: 'Made up.',
});

describe('encodeInput', () => {
  it('prints every input as text', () => {
    const parameters = encodeInput(calls.getProducts, {
      productIDs: [1, 2],
      type: ['PRODUCT', 'MATRIX'],
      getFields: ['productID', 'name'],
      getStockInfo: 1,
      status: 'ACTIVE',
      changedSince: 1700000000,
      code: '',
    });
    expect(Object.fromEntries(parameters)).toEqual({
      productIDs: '1,2',
      type: 'PRODUCT,MATRIX',
      getFields: 'productID,name',
      getStockInfo: '1',
      status: 'ACTIVE',
      changedSince: '1700000000',
      code: '',
    });
  });

  it('numbers rows, keeps numbers of maps', () => {
    const parameters = encodeInput(calls.saveProduct, {
      attributes: [
        { attributeName: 'a', attributeValue: 'x' },
        { attributeName: 'b', attributeType: 'int', attributeValue: '2' },
      ],
      reorderPoint: { 5: 1.5, 12: 0 },
    });
    expect(Object.fromEntries(parameters)).toEqual({
      attributeName1: 'a',
      attributeValue1: 'x',
      attributeName2: 'b',
      attributeType2: 'int',
      attributeValue2: '2',
      reorderPoint5: '1.5',
      reorderPoint12: '0',
    });
  });

  it('prints decimals without an exponent', () => {
    const parameters = encodeInput(calls.saveProduct, {
      cost: 1e-7,
      components: [{ componentProductID: 1, componentAmount: 1e21 }],
    });
    expect(parameters.get('cost')).toBe('0.0000001');
    expect(parameters.get('componentAmount1')).toBe('1000000000000000000000');
  });

  it('leaves out what is undefined', () => {
    expect(encodeInput(calls.getProducts, { code: undefined }).size).toBe(0);
  });

  it.each([
    ['an input that the call does not have', { productId: 1 }, 'productId'],
    ['a value of another type', { productID: '1' }, 'productID'],
    ['a word that is not in the list', { status: 'GONE' }, 'status'],
    ['a name from the prototype', { constructor: 1 }, 'constructor'],
  ])('refuses %s', (_, input, field) => {
    expect(() => encodeInput(calls.getProducts, input)).toThrow(z.ZodError);
    expect(() => encodeInput(calls.getProducts, input)).toThrow(field);
  });

  it('refuses unknown cells of rows and odd numbers of maps', () => {
    expect(() => encodeInput(sample, { id: 1, lines: [{ lineID: 1, other: 2 }] })).toThrow('other');
    for (const key of ['0', '05', '-1', '1.5', 'a', '1234567890']) {
      expect(() => encodeInput(sample, { id: 1, level: { [key]: 1 } })).toThrow(z.ZodError);
    }
  });

  it('refuses input without what the call requires', () => {
    expect(() => encodeInput(calls.getUserOperationsLog, {})).toThrow('tableName');
  });

  it('refuses more rows than can be read back', () => {
    const lines = Array.from({ length: maxNumberedRows + 1 }, () => ({ lineID: 1 }));
    expect(() => encodeInput(sample, { id: 1, lines })).toThrow(z.ZodError);
    expect(encodeInput(sample, { id: 1, lines: lines.slice(1) }).size).toBe(maxNumberedRows + 1);
  });

  it('tells paths and no values', () => {
    const error = catchError(() => encodeInput(calls.getProducts, { status: 'canary-4711', code: 4711 }));
    expect(String(error)).toContain('status');
    expect(String(error)).not.toContain('4711');
  });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('decodeInput', () => {
  it('gives documented types', () => {
    expect(
      decode(calls.getProducts, { productID: '7', productIDs: '1,2', getStockInfo: '1', type: 'BUNDLE' }),
    ).toEqual({
      input: { productID: 7, productIDs: [1, 2], getStockInfo: 1, type: ['BUNDLE'] },
      problems: [],
      unknown: [],
      respelled: [],
    });
  });

  it('takes an empty parameter as not sent, unless it is a text', () => {
    expect(
      decode(calls.getProducts, { productID: '', changedSince: '', status: '', code: '' }).input,
    ).toEqual({ code: '' });
    expect(decode(calls.saveProduct, { reorderPoint5: '' }).input).toEqual({});
    expect(codes(calls.getUserOperationsLog, { tableName: '' })).toEqual([['tableName', 1010]]);
  });

  it('lists parameters that the call does not have', () => {
    const parameters = {
      productId: '1',
      getfields: 'a',
      'code[]': 'x',
      constructor: 'x',
      __proto__x: '1',
      '': 'x',
      '5': 'x',
    };
    expect(decode(calls.getProducts, parameters)).toEqual({
      input: {},
      problems: [],
      unknown: expect.arrayContaining(Object.keys(parameters)),
      respelled: [],
    });
  });

  it('reads words of the protocol in any case, and lists them', () => {
    const sent = { orderBy: 'PRODUCTID', orderByDir: 'asc', lang: 'EST' };
    expect(decode(calls.getPriceLists, { lang: 'EST' }).input).toEqual({ lang: 'est' });
    const { input, respelled, problems } = decode(calls.getProducts, { ...sent, lang: '' });
    expect(input).toEqual({ orderBy: 'productID', orderByDir: 'asc' });
    expect(respelled).toEqual([{ field: 'orderBy', word: 'productID' }]);
    expect(problems).toEqual([]);
  });

  it('refuses words of records in another case, and says which is meant', () => {
    const { problems } = decode(calls.saveProduct, { groupID: '1', status: 'active', type: 'nothing' });
    expect(problems.map(({ field, meant }) => [field, meant])).toEqual([
      ['type', undefined],
      ['status', 'ACTIVE'],
    ]);
  });

  it('is not fooled by names of the prototype', () => {
    const parameters = new Map([
      ['__proto__', '1'],
      ['toString', '1'],
      ['hasOwnProperty1', '1'],
    ]);
    expect(decodeInput(calls.saveProduct, parameters).unknown).toEqual([
      '__proto__',
      'toString',
      'hasOwnProperty1',
    ]);
  });

  const refusals: {
    readonly why: string;
    readonly call: AnyCall;
    readonly parameters: Record<string, string>;
    readonly problems: [field: string, code: number][];
  }[] = [
    {
      why: '1010 for a required input',
      call: calls.getUserOperationsLog,
      parameters: {},
      problems: [['tableName', 1010]],
    },
    {
      why: '1010 for an input that another needs',
      call: calls.getProducts,
      parameters: { getProductsFor: 'SALES' },
      problems: [['warehouseID', 1010]],
    },
    {
      why: '1010 for half an attribute filter',
      call: calls.getWarehouses,
      parameters: { searchAttributeValue: 'x' },
      problems: [['searchAttributeName', 1010]],
    },
    {
      why: '1013 for inputs that exclude each other',
      call: calls.getProductStock,
      parameters: { date: '2024-01-01', changedSince: '1' },
      problems: [['changedSince', 1013]],
    },
    {
      why: '1013 for each of several',
      call: calls.getProducts,
      parameters: { getProductsFor: 'SALES', warehouseID: '1', active: '0', addedSince: '1' },
      problems: [
        ['active', 1013],
        ['addedSince', 1013],
      ],
    },
    {
      why: '1014 for a wrong type',
      call: calls.getProducts,
      parameters: { productID: 'seven' },
      problems: [['productID', 1014]],
    },
    {
      why: '1014 for a wrong list',
      call: calls.getProducts,
      parameters: { productIDs: '1,x' },
      problems: [['productIDs', 1014]],
    },
    {
      why: '1016 for a word not in the list',
      call: calls.getProducts,
      parameters: { orderBy: 'colour' },
      problems: [['orderBy', 1016]],
    },
    {
      why: '1016 for a flag that is neither 0 nor 1',
      call: calls.getProducts,
      parameters: { active: '2' },
      problems: [['active', 1016]],
    },
    {
      why: 'one problem for a required input that is wrong',
      call: calls.getUserOperationsLog,
      parameters: { tableName: 'brands' },
      problems: [['tableName', 1016]],
    },
  ];

  it.each(refusals)('answers $why', ({ call, parameters, problems }) => {
    expect(codes(call, parameters)).toEqual(problems);
  });

  it('puts problems in the order of the definition', () => {
    const wrong = { orderBy: 'x', status: 'x', productID: 'x' };
    expect(codes(calls.getProducts, wrong).map(([field]) => field)).toEqual([
      'productID',
      'status',
      'orderBy',
    ]);
  });

  it('does not need what a switched off input needs', () => {
    expect(codes(calls.getProductStock, { getReorderPoints: '0' })).toEqual([]);
    expect(codes(calls.getProductStock, { getReorderPoints: '1', warehouseID: '3' })).toEqual([]);
    expect(codes(calls.getProductStock, { getReorderPoints: '1', warehouseID: '0' })).toEqual([
      ['warehouseID', 1010],
    ]);
  });

  it('sorts rows by their numbers and closes gaps', () => {
    const parameters = { id: '1', note12: 'last', lineID12: '4', lineID2: '3', lineID1: '2', amount2: '0.5' };
    expect(decode(sample, parameters).input).toEqual({
      id: 1,
      lines: [{ lineID: 2 }, { lineID: 3, amount: 0.5 }, { lineID: 4, note: 'last' }],
    });
  });

  it('answers 1010 for a row without a cell that it needs', () => {
    expect(codes(sample, { id: '1', note2: 'x' })).toEqual([['lineID2', 1010]]);
    expect(codes(sample, { id: '1', note2: 'x', lineID2: 'y' })).toEqual([['lineID2', 1014]]);
  });

  it('takes numbers from 1, without zeros before them, up to a limit', () => {
    const names = [
      'lineID',
      'lineID0',
      'lineID01',
      'lineID-1',
      `lineID${maxNumberedRows + 1}`,
      'lineID1234567890',
      'level',
      'level0',
      'level01',
      'lines1',
      'lines',
    ];
    const parameters = Object.fromEntries(names.map((name) => [name, '1']));
    expect(decode(sample, { id: '1', ...parameters })).toEqual({
      input: { id: 1 },
      problems: [],
      unknown: names,
      respelled: [],
    });
    expect(decode(sample, { id: '1', level999999999: '2' }).input).toEqual({
      id: 1,
      level: { 999999999: 2 },
    });
  });

  it('reads a hundred thousand numbered parameters in a moment', () => {
    const parameters = new Map([['id', '1']]);
    for (let number = 1; number <= 100_000; number += 1) {
      parameters.set(`level${number}`, '1').set(`lineID${number}`, 'x').set(`odd${number}`, '1');
    }
    const started = performance.now();
    const decoded = decodeInput(sample, parameters);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(Object.keys(decoded.input.level as object)).toHaveLength(100_000);
    expect(decoded.problems).toHaveLength(maxNumberedRows);
    expect(decoded.unknown).toHaveLength(200_000 - maxNumberedRows);
  });

  it('survives names and values of a megabyte', () => {
    const long = '1'.repeat(1_000_000);
    const started = performance.now();
    const decoded = decode(sample, { id: long, [`level${long}`]: '1', level7: `${long}x`, [long]: '1' });
    expect(decoded.problems.map(({ field, code }) => [field, code])).toEqual([
      ['id', 1014],
      ['level7', 1014],
    ]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

/** Inputs that a call takes, in all the forms that its fields have. */
function createGenerator({ whole, chance, pick }: Random) {
  const upTo = (limit: number) => whole(0, limit - 1);
  const fraction = () => whole(0, 999_999_999) / 1e9;
  const some = <TValue>(most: number, make: () => TValue) => Array.from({ length: 1 + upTo(most) }, make);
  const word = () => some(8, () => pick([...'abcXYZ019_-'])).join('');
  const anyInteger = () => pick([0, 1, upTo(1000), upTo(2 ** 31), -upTo(1000) - 1, Number.MAX_SAFE_INTEGER]);
  const instant = () => new Date(upTo(2 ** 31) * 1000).toISOString();
  const ids = () => some(5, () => upTo(2 ** 40));
  const oneWord = (schema: z.ZodType) => pick(wireOf(schema)?.values ?? []);
  const makers: Record<string, (schema: z.ZodType) => unknown> = {
    text: () => pick([word(), '', ' ', 'õ🌿\n"/\\', '0', 'null', `${upTo(100)}`]),
    filledText: () => pick([word(), ' ', 'õ🌿\n"/\\', '0', 'null']),
    language: oneWord,
    integer: anyInteger,
    unixSeconds: () => upTo(2 ** 32),
    decimal: () =>
      pick([0, fraction(), -fraction() * 1e6 - 1, fraction() * 1e-9, fraction() * 1e24, upTo(1000)]),
    flag: () => upTo(2),
    isoDate: () => instant().slice(0, 10),
    monthDay: () => instant().slice(5, 10),
    temporaryUUID: () => pick(['a-1', '0.Z']),
    timeOfDay: () => instant().slice(11, 19),
    isoDateTime: () => instant().slice(0, 19).replace('T', ' '),
    idList: ids,
    allowedIDList: ids,
    checkedIDList: ids,
    wordList: () => some(5, word),
    oneOf: oneWord,
    anyCaseOf: oneWord,
    word: oneWord,
    someOf: (schema) => some(3, () => pick(wireOf(schema)?.values ?? [])),
    rows: (schema) => some(4, () => object(((schema as z.ZodArray).element as z.ZodObject).shape, 1)),
    perNumber: (schema) => mapOf(schema, () => 1 + upTo(1e6)),
    perWord: (schema) => mapOf(schema, () => `A${word()}`),
  };
  function mapOf(schema: z.ZodType, key: () => unknown) {
    const { valueType } = schema as z.ZodRecord;
    return Object.fromEntries(some(4, () => [key(), make(valueType as z.ZodType)]));
  }
  function make(schema: z.ZodType): unknown {
    const bare = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
    const maker = makers[wireOf(bare)?.name ?? ''];
    if (maker === undefined) throw new Error(`no generator for ${wireOf(bare)?.name}`);
    return maker(bare);
  }
  /** The first `least` cells are always there: an empty row cannot be sent. */
  function object(shape: Readonly<Record<string, unknown>>, least = 0) {
    const entries = Object.entries(shape as Record<string, z.ZodType>);
    const density = fraction();
    const chosen = entries.filter(
      ([, schema], at) => at < least || !(schema instanceof z.ZodOptional) || chance(density),
    );
    return Object.fromEntries(chosen.map(([name, schema]) => [name, make(schema)]));
  }
  const shuffled = <TValue>(values: readonly TValue[]) =>
    values
      .map((value) => [fraction(), value] as const)
      .sort(([a], [b]) => a - b)
      .map(([, value]) => value);
  return { object, shuffled };
}

describe('every call', () => {
  it.each(Object.values(calls).map((call) => [call.name, call as AnyCall] as const))(
    '%s reads back what it sends',
    (_, call) => {
      const readsBack = fc.property(fc.gen(), (gen) => {
        const generator = createGenerator(randomOf(gen));
        const input = generator.object(call.input());
        // An empty row has no parameters, so that it cannot be sent.
        const isSent = (row: unknown) => typeof row !== 'object' || Object.keys(row ?? {}).length > 0;
        for (const [name, value] of Object.entries(input))
          if (Array.isArray(value)) input[name] = value.filter(isSent);
        const parameters = new Map(generator.shuffled([...encodeInput(call, input)]));
        const decoded = decodeInput(call, parameters);
        expect(decoded.unknown).toEqual([]);
        expect(decoded.input).toEqual(input);
        expect(decoded.problems.filter(({ code }) => code === 1014 || code === 1016)).toEqual([]);
      });
      fc.assert(readsBack, propertyRun(100, 25));
    },
  );
});
