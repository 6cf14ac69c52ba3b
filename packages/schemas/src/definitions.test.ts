import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import * as calls from './calls/index.ts';
import { loggedTables } from './calls/log/logged-tables.ts';
import { type AnyCall, type InputRule, recordOf } from './define-call.ts';
import type { RecordDefinition } from './define-record.ts';
import type { TableDefinition } from './define-table.ts';
import { decodeInput, encodeInput } from './input-codec.ts';
import { inputsOfRule, type SaveRule } from './save-rules.ts';
import * as tables from './tables.ts';
import { wireOf } from './wire/wire.ts';

const allCalls = Object.values(calls).map((call) => [call.name, call as AnyCall] as const);
const allTables = Object.values(tables).map((table) => [table.name, table as TableDefinition] as const);
const fieldsOf = (record: RecordDefinition | undefined) => Object.keys(record?.().shape ?? {});

describe.each(allCalls)('%s', (name, call) => {
  const inputs = Object.keys(call.input());

  it('is exported by its name', () => {
    expect(Object.keys(calls)).toContain(name);
  });

  it('names its own inputs and fields', () => {
    const ruled = (call.rules ?? []).flatMap((rule: InputRule) =>
      rule.kind === 'needs' ? [rule.input, rule.needs] : rule.inputs,
    );
    const named = [
      ...Object.keys(call.searches ?? {}),
      ...call.loggable,
      ...(call.unserved?.inputs ?? []),
      ...ruled,
      ...(call.saveRules ?? []).flatMap(inputsOfRule),
      ...Object.keys(call.paging?.stableOrder ?? {}),
    ];
    expect(named.filter((input) => !inputs.includes(input))).toEqual([]);
    const fields = fieldsOf(recordOf(call));
    expect((call.unserved?.fields ?? []).filter((field: string) => !fields.includes(field))).toEqual([]);
    const { errors = [] } = call.unserved ?? {};
    expect(errors.filter((code: number) => !call.errors.includes(code))).toEqual([]);
    const searched = Object.values(call.searches ?? {}).flatMap((search) => search?.fields ?? []);
    const sorted = Object.values(call.order?.fields ?? {});
    expect([...searched, ...sorted].filter((field) => !fields.includes(field))).toEqual([]);
    if (call.order) expect(Object.keys(call.order.fields)).toEqual(wireOf(call.input().orderBy)?.values);
    if (call.paging?.stableKey) expect(fields).toContain(call.paging.stableKey);
    if (call.paging?.offset) expect(inputs).toContain(call.paging.offset);
  });

  it('can be asked for the fields that only come on demand, and says nowhere else that it can', () => {
    expect(inputs.includes('responseMode')).toBe(call.detailFields !== undefined);
    expect(call.loggable.includes('responseMode')).toBe(call.detailFields !== undefined);
  });

  it('lists the codes of its rules among its errors, and has rules of a save only where it saves', () => {
    const codes = (call.saveRules ?? []).map(({ code }: SaveRule) => code);
    expect(codes.filter((code: number) => !call.errors.includes(code))).toEqual([]);
    if (codes.length > 0) expect(call.right).toBe('save');
  });

  it('reads the words of the protocol in any case, and those of records as they are spelled', () => {
    const closed = Object.entries(call.input()).filter(([, schema]) => wireOf(schema as never)?.values);
    const anyCase = closed.filter(([, schema]) => wireOf(schema as never)?.anyCase).map(([input]) => input);
    const ofProtocol = ['orderBy', 'orderByDir', 'lang', 'responseMode'];
    expect(anyCase).toEqual(closed.map(([input]) => input).filter((input) => ofProtocol.includes(input)));
  });

  it('pages exactly when it has the inputs for it', () => {
    expect(inputs.includes('pageNo')).toBe(call.paging !== undefined);
    expect(inputs.includes('recordsOnPage')).toBe(call.paging !== undefined);
  });

  it('logs neither secrets nor personal data', () => {
    const kept =
      /^(username|password|sessionKey|cardCode|clientID|name.*|.*[sS]earchName.*|.*Phrase|searchAttribute.*|searchParameterValue)$/;
    expect(call.loggable.filter((input: string) => kept.test(input))).toEqual([]);
  });

  it('declares what is secret by the name of it', () => {
    const secrets = inputs.filter(
      (input) =>
        /password|passwd|secret|token$|jwt|cardCode|\bpin\b|apiKey/i.test(input) && !/^doNot/.test(input),
    );
    expect([...(call.secret ?? [])].sort()).toEqual(expect.arrayContaining(secrets.sort()));
    expect(inputs).toEqual(expect.arrayContaining([...(call.secret ?? [])]));
    expect(call.loggable.filter((input: string) => call.secret?.includes(input))).toEqual([]);
  });

  it('does not declare what all calls share', () => {
    const shared = [
      'clientCode',
      'request',
      'sessionKey',
      // There it is the version of the algorithm.
      ...(name === 'addInvoiceAlgorithmChange' ? [] : ['version']),
      'responseType',
      'sendContentType',
      // The only call that needs it.
      ...(name === 'createInstallation' ? [] : ['partnerKey']),
    ];
    expect(inputs.filter((input) => shared.includes(input))).toEqual([]);
  });

  it('has an example that it accepts', () => {
    const parameters = encodeInput(call, call.example ?? {});
    expect(decodeInput(call, parameters)).toMatchObject({
      input: call.example ?? {},
      problems: [],
      unknown: [],
    });
  });

  it('builds its inputs and record once', () => {
    expect(call.input()).toBe(call.input());
    expect(recordOf(call)?.()).toBe(recordOf(call)?.());
  });
});

describe('getProducts', () => {
  it('has smaller pages with stock', () => {
    expect(calls.getProducts.paging?.maxPageSize({})).toBe(1000);
    expect(calls.getProducts.paging?.maxPageSize({ getStockInfo: 0 })).toBe(1000);
    expect(calls.getProducts.paging?.maxPageSize({ getStockInfo: 1 })).toBe(100);
  });
});

describe.each(allTables)('%s', (name, table) => {
  const fields = fieldsOf(table.record);

  it('is exported by its name', () => {
    expect(Object.keys(tables)).toContain(name);
  });

  it('has its key and timestamps in the record', () => {
    expect(fields).toContain(table.key);
    expect(fields.includes('lastModified') && fields.includes('added')).toBe(table.timestamps);
  });

  it('is logged exactly when the log has it', () => {
    expect((loggedTables as readonly string[]).includes(name)).toBe(table.logged);
  });

  it('joins fields that exist', () => {
    for (const [field, join] of Object.entries(table.joins ?? {})) {
      const joined = Object.values(tables).find((other) => other.name === join.table);
      expect(fields, field).toEqual(expect.arrayContaining([field, join.by]));
      expect(fieldsOf(joined?.record), field).toContain(join.field);
    }
  });
});

describe('saveNames of products', () => {
  it('lead from inputs of saveProduct, or cells of their rows, to fields of the record', () => {
    const source = readFileSync(new URL('./calls/products/save-product.ts', import.meta.url), 'utf8');
    const shared = readFileSync(new URL('./calls/attribute-inputs.ts', import.meta.url), 'utf8');
    const inputs = Object.keys(calls.saveProduct.input());
    for (const [input, field] of Object.entries(tables.products.saveNames ?? {})) {
      expect(
        inputs.includes(input) ||
          `${source}${shared}`.includes(`    ${input}: `) ||
          source.includes(`  ${input}: `),
        input,
      ).toBe(true);
      expect(inputs, field).not.toContain(field);
    }
  });

  it('are there for every served input that the record names otherwise', () => {
    const renamed = tables.products.saveNames ?? {};
    const fields = fieldsOf(tables.products.record);
    // A parent's dimensions show nowhere, a variation's values in `variationDescription`; levels are saved by location.
    // Estonian texts have no fields of their own, and whether labels are needed is shown nowhere.
    const ownWay =
      /^(dimensionID[123]|dimValueID[123]|reorderPoint|restockLevel|descriptionEST|longdescEST|labelsNotNeeded)$/;
    const served = Object.keys(calls.saveProduct.input()).filter((input) => !ownWay.test(input));
    expect(served.filter((input) => !fields.includes(renamed[input] ?? input))).toEqual([]);
  });
});

describe('calls/index.ts and tables.ts', () => {
  // A name comes before the longer ones that begin with it, as the formatter sorts exports.
  const bare = (line: string) => line.replace(/\.ts(';)?$/, '');
  const sorted = (lines: readonly string[]) =>
    [...lines].sort((left, right) => (bare(left) < bare(right) ? -1 : 1));
  const read = (file: string) =>
    readFileSync(new URL(file, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');

  it.each(['./calls/index.ts', './tables.ts'])('%s is one sorted star export a line', (file) => {
    const lines = read(file);
    expect(lines.filter((line) => !/^export \* from '\.\/[a-z0-9/-]+\.ts';$/.test(line))).toEqual([]);
    expect(lines).toEqual(sorted(lines));
  });

  it('miss no definition', () => {
    const folder = new URL('./calls/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const holding = (text: string) =>
      sorted(files.filter((file) => readFileSync(new URL(file, folder), 'utf8').includes(text)));
    expect(holding('= defineCall({').map((file) => `export * from './${file}';`)).toEqual(
      read('./calls/index.ts'),
    );
    expect(holding('= defineTable({').map((file) => `export * from './calls/${file}';`)).toEqual(
      read('./tables.ts'),
    );
  });
});
