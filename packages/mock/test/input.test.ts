import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { type AnyCall, calls, savedIDInput, wireOf } from '@erply-kit/schemas';
import { propertyScale } from '@erply-kit/tooling/property';

import { type Fields, frozenMock, loggedIn } from './ask.ts';
import { exampleFields } from './example-fields.ts';

/** What is wrong for an input of a codec, and the code that says so. */
const wrong: Readonly<Record<string, readonly [string, number]>> = {
  integer: ['1.5', 1014],
  decimal: ['1,5', 1014],
  unixSeconds: ['yesterday', 1014],
  flag: ['2', 1016],
  isoDate: ['31.12.2026', 1014],
  monthDay: ['31.12.', 1014],
  idList: ['1;2', 1014],
  allowedIDList: ['1;2', 1016],
  checkedIDList: ['1;2', 1029],
  oneOf: ['nothing', 1016],
  anyCaseOf: ['nothing', 1016],
  someOf: ['nothing', 1016],
  language: ['xyz', 1195],
};

const paging = ['recordsOnPage', 'pageNo', 'recordOffset'];

/** A value that is right for an input of a codec; of a list of words, the first of them. */
const fine: Readonly<Record<string, string>> = {
  integer: '1',
  decimal: '1',
  unixSeconds: '1',
  flag: '1',
  isoDate: '2026-01-01',
  timeOfDay: '10:00:00',
  temporaryUUID: 'a-1',
  monthDay: '01-31',
  allowedIDList: '1',
  idList: '1',
  text: 'x',
  wordList: 'x',
};

const allCalls = Object.values(calls as Record<string, AnyCall>);

const shapeOf = (call: AnyCall) => call.input() as Record<string, z.ZodType>;

const unwrapped = (schema: z.ZodType) =>
  schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;

/** The inputs of a call as they stand on the wire: rows by their first cells, maps by number 1. */
function wireInputs(call: AnyCall): { readonly name: string; readonly schema: z.ZodType }[] {
  return Object.entries(shapeOf(call)).flatMap(([name, schema]) => {
    const own = unwrapped(schema);
    const codec = wireOf(schema)?.name;
    if (codec === 'perNumber')
      return [{ name: `${name}1`, schema: (own as z.ZodRecord).valueType as z.ZodType }];
    if (codec === 'perWord')
      return [{ name: `${name}-CARD`, schema: (own as z.ZodRecord).valueType as z.ZodType }];
    if (codec !== 'rows') return [{ name, schema }];
    const cells = ((own as z.ZodArray).element as z.ZodObject).shape as Record<string, z.ZodType>;
    return Object.entries(cells).map(([cell, cellSchema]) => ({ name: `${cell}1`, schema: cellSchema }));
  });
}

/** Every input of every call that can be wrong. */
const inputs = allCalls.flatMap((call) =>
  wireInputs(call).flatMap(({ name: input, schema }) => {
    const codec = wireOf(schema)?.name ?? '';
    const isUnserved = (call.unserved?.inputs as readonly string[] | undefined)?.includes(input);
    return isUnserved || paging.includes(input) ? [] : [{ call, input, codec }];
  }),
);

/** A right value for an input of a call. */
function fineValue(call: AnyCall, input: string): string {
  const wire = wireOf(shapeOf(call)[input] as z.ZodType);
  const value = wire?.values?.[0] ?? fine[wire?.name ?? ''];
  if (value === undefined) throw new Error(`${call.name}.${input}: no value is known that is right`);
  return String(value);
}

/** The required inputs of a call, with the values of its example. */
function requiredFields(call: AnyCall): Fields {
  const shape = shapeOf(call);
  const fields = Object.entries(exampleFields(call));
  return Object.fromEntries(
    fields.filter(([name]) => shape[name] && !(shape[name] instanceof z.ZodOptional)),
  );
}

/** The same by the name of the call. */
const required = new Map(allCalls.map((call) => [call.name, requiredFields(call)]));

// What is refused changes nothing, so one account serves all of them; what may be accepted has an account of its own.
const shop = frozenMock({ documents: 200 });
const asking = loggedIn(shop);
let accounts = 0;
const newCode = (): string => {
  accounts += 1;
  return `own-${accounts}`;
};

/** In `pnpm test` each call is asked once for each kind of input that it has; in `pnpm test:deep` for every input. */
function chosen<TInput extends (typeof inputs)[number]>(all: readonly TInput[]): readonly TInput[] {
  if (propertyScale > 1) return all;
  const kinds = new Map(all.map((one) => [`${one.call.name} ${one.codec}`, one] as const));
  return [...kinds.values()];
}

describe('an input of the wrong type or value', () => {
  const checked = chosen(inputs.filter(({ codec }) => codec in wrong));

  it.each(checked.map(({ call, input, codec }) => [call.name, input, codec] as const))(
    'of %s is refused: %s as %s',
    async (name, input, codec) => {
      const { call } = await asking;
      const [value, errorCode] = wrong[codec] ?? ['', 0];
      expect((await call(name, { ...required.get(name), [input]: value })).status).toMatchObject({
        errorCode,
        errorField: input,
      });
    },
  );
});

describe('an input', () => {
  it('that is an array is refused with 1030, in every call', async () => {
    const { call } = await asking;
    for (const { call: definition, input } of chosen(inputs)) {
      if (/\d$/.test(input) && !Object.hasOwn(definition.input(), input)) continue;
      const { status } = await call(definition.name, { ...required.get(definition.name), [`${input}[]`]: 1 });
      expect([definition.name, status.errorCode, status.errorField]).toEqual([definition.name, 1030, input]);
    }
  });

  it('that is required and missing is refused with 1010', async () => {
    const { call } = await loggedIn(frozenMock());
    for (const [name, fields] of required) {
      for (const input of Object.keys(fields)) {
        const { [input]: _, ...others } = fields;
        expect((await call(name, others)).status).toMatchObject({ errorCode: 1010, errorField: input });
        expect((await call(name, { ...others, [input]: '' })).status).toMatchObject({ errorCode: 1010 });
      }
    }
  });

  it('that lists more than 10,000 IDs is refused with 1162', async () => {
    const { call } = await asking;
    const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1).join();
    expect((await call('getProducts', { productIDs: ids(10_000) })).status.errorCode).toBe(0);
    expect((await call('getProducts', { productIDs: ids(10_001) })).status).toMatchObject({
      errorCode: 1162,
      errorField: 'productIDs',
    });
  });

  it('that is empty was not filled in', async () => {
    const { call } = await asking;
    const plain = await call('getProducts');
    expect(
      await call('getProducts', { productID: '', status: '', changedSince: '', getFields: '', lang: '' }),
    ).toEqual(plain);
  });

  it('is judged in the order of the definition, and the first that is wrong is named', async () => {
    const { call } = await asking;
    expect((await call('getProducts', { orderBy: 'x', productID: 'x' })).status.errorField).toBe('productID');
  });
});

describe('inputs that contradict each other, or are nothing alone', () => {
  const rules = allCalls.flatMap((call) => (call.rules ?? []).map((rule) => ({ call, rule })));
  const contradictions = rules.flatMap(({ call, rule }) =>
    rule.kind === 'notTogether' ? [[call.name, rule.inputs.join(' and '), call, rule.inputs] as const] : [],
  );
  const dependents = rules.flatMap(({ call, rule }) =>
    rule.kind === 'needs' ? [[call.name, rule.input, rule.needs, call] as const] : [],
  );

  it.each(contradictions)(
    'of %s are refused with 1013: %s',
    async (name, _, definition, [first = '', ...rest]) => {
      const { call } = await asking;
      for (const other of rest) {
        const fields = {
          ...required.get(name),
          warehouseID: 1,
          [first]: fineValue(definition, first),
          [other]: fineValue(definition, other),
        };
        expect((await call(name, fields)).status).toMatchObject({ errorCode: 1013, errorField: other });
      }
    },
  );

  it.each(dependents)(
    'of %s are refused with 1010: %s without %s',
    async (name, input, needs, definition) => {
      const { call } = await loggedIn(shop, newCode());
      const fields = { ...required.get(name), [input]: fineValue(definition, input) };
      expect((await call(name, fields)).status).toMatchObject({ errorCode: 1010, errorField: needs });
      const isFlag = wireOf(shapeOf(definition)[input] as z.ZodType)?.name === 'flag';
      if (isFlag) expect((await call(name, { ...required.get(name), [input]: 0 })).status.errorCode).toBe(0);
    },
  );
});

describe('an input of a module that the account does not have', () => {
  const ofModules = allCalls.flatMap((call) =>
    Object.entries(call.moduleInputs ?? {}).flatMap(([input, gate]) =>
      gate === undefined ? [] : [[call.name, input, gate.module, gate.code, call] as const],
    ),
  );

  it.each(ofModules)(
    'of %s is refused: %s without %s with %i',
    async (name, input, module, errorCode, definition) => {
      const code = newCode();
      const { call } = await loggedIn(shop, code);
      const fields = { ...required.get(name), [input]: fineValue(definition, input) };
      shop.account(code).setConfig({ modules: { [module]: false } });
      const { status } = await call(name, fields);
      expect(status.errorCode).toBe(errorCode);
      // 1006 is about the whole call, and names none of its inputs.
      if (errorCode !== 1006) expect(status.errorField).toBe(input);
    },
  );
});

describe('an ID of something that does not exist', () => {
  const missing = 987_654_321;
  /** The IDs below are those of suppliers. */
  const firstCustomer = 1001;
  const references = allCalls.flatMap((call) => {
    if (call.right !== 'save' || call.table === undefined) return [];
    const { joins = {}, references: others = {}, parents = {}, saveNames = {} } = call.table;
    const fields = new Set([
      ...Object.values(joins).map(({ by }) => by),
      ...Object.keys(others),
      ...Object.keys(parents),
    ]);
    const own = savedIDInput(call) ?? '';
    return Object.keys(shapeOf(call))
      .filter((input) => input !== own && fields.has((saveNames as Record<string, string>)[input] ?? input))
      .filter(
        (input) => !call.rules?.some((rule) => rule.kind === 'notTogether' && rule.inputs.includes(input)),
      )
      .map((input) => [call.name, input, { [own]: own === 'customerID' ? firstCustomer : 1 }] as const);
  });

  const known = new Map<string, boolean>();
  const isEmpty = (table: string): boolean => {
    const isIt = known.get(table) ?? shop.account('100001').data(table).list().length === 0;
    known.set(table, isIt);
    return isIt;
  };

  it.each(references)('is refused with 1011 by %s: %s', async (name, input, existing) => {
    const { call } = await asking;
    const definition = calls[name as keyof typeof calls] as AnyCall;
    const table = definition.table?.name ?? '';
    // A shop may begin without records of the kind: then one is made.
    const others = isEmpty(table) ? exampleFields(definition) : { ...required.get(name), ...existing };
    expect((await call(name, { ...others, [input]: missing })).status).toMatchObject({
      errorCode: 1011,
      errorField: input,
    });
  });
});
