import { describe, expectTypeOf, it } from 'vitest';

import {
  type AnswerOf,
  type AnyCall,
  type CallDefinition,
  calls,
  defineCall,
  type InputOf,
  type RowOf,
  type tables,
} from './index.ts';
import { integer } from './wire/integer.ts';

describe('InputOf', () => {
  it('has documented types, all optional where the call requires nothing', () => {
    type Input = InputOf<typeof calls.getProducts>;
    expectTypeOf<Record<never, never>>().toExtend<Input>();
    expectTypeOf<Input['productID']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Input['productIDs']>().toEqualTypeOf<number[] | undefined>();
    expectTypeOf<Input['type']>().toEqualTypeOf<
      ('PRODUCT' | 'BUNDLE' | 'MATRIX' | 'ASSEMBLY')[] | undefined
    >();
    expectTypeOf<Input['getStockInfo']>().toEqualTypeOf<0 | 1 | undefined>();
    expectTypeOf<Input['orderByDir']>().toEqualTypeOf<'asc' | 'desc' | undefined>();
    expectTypeOf<Input['getProductsFor']>().toEqualTypeOf<'SALES' | 'ORDERING' | undefined>();
    expectTypeOf<Input['getFields']>().toEqualTypeOf<string[] | undefined>();
  });

  it('refuses keys and values that the call does not have', () => {
    type Input = InputOf<typeof calls.getProducts>;
    // @ts-expect-error the name is productID
    const misspelt: Input = { productId: 1 };
    // @ts-expect-error an ID is a number
    const quoted: Input = { productID: '1' };
    // @ts-expect-error a flag is 0 or 1
    const flagged: Input = { getStockInfo: true };
    // @ts-expect-error not an order
    const ordered: Input = { orderBy: 'colour' };
    expectTypeOf([misspelt, quoted, flagged, ordered]).toExtend<Input[]>();
  });

  it('requires what the call requires', () => {
    type Input = InputOf<typeof calls.getUserOperationsLog>;
    expectTypeOf<Record<never, never>>().not.toExtend<Input>();
    expectTypeOf<{ tableName: 'products' }>().toExtend<Input>();
    expectTypeOf<{ tableName: 'brands' }>().not.toExtend<Input>();
    expectTypeOf<InputOf<typeof calls.deleteProduct>>().toEqualTypeOf<{ productID: number }>();
  });

  it('has numbered parameters as arrays and maps', () => {
    type Input = InputOf<typeof calls.saveProduct>;
    expectTypeOf<NonNullable<Input['components']>[number]>().toEqualTypeOf<{
      componentProductID: number;
      componentAmount: number;
    }>();
    expectTypeOf<NonNullable<Input['attributes']>[number]['attributeType']>().toEqualTypeOf<
      'text' | 'int' | 'double' | undefined
    >();
    expectTypeOf<Input['reorderPoint']>().toEqualTypeOf<Record<string, number> | undefined>();
    // @ts-expect-error numbers are given by the position in the array
    const numbered: Input = { attributeName1: 'colour' };
    expectTypeOf(numbered).toExtend<Input>();
  });

  it('is what paging is asked with', () => {
    type Asked = Parameters<NonNullable<typeof calls.getProducts.paging>['maxPageSize']>[0];
    expectTypeOf<Asked>().toEqualTypeOf<InputOf<typeof calls.getProducts>>();
  });
});

describe('AnswerOf', () => {
  it('is the record in documented types', () => {
    type Product = AnswerOf<typeof calls.getProducts>;
    expectTypeOf<Product['productID']>().toEqualTypeOf<number>();
    expectTypeOf<Product['priorityGroupID']>().toEqualTypeOf<number>();
    expectTypeOf<Product['active']>().toEqualTypeOf<0 | 1>();
    expectTypeOf<Product['netWeight']>().toEqualTypeOf<number | null>();
    expectTypeOf<Product['brandName']>().toEqualTypeOf<string | null>();
    expectTypeOf<'MATRIX'>().toExtend<Product['type']>();
    expectTypeOf<NonNullable<Product['warehouses']>[string]['free']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<
      NonNullable<Product['variationList']>[number]['dimensions'][number]['code']
    >().toEqualTypeOf<string>();
    expectTypeOf<NonNullable<Product['productComponents']>[number]['amount']>().toEqualTypeOf<number>();
  });

  it('has conditional fields as optional', () => {
    type Product = AnswerOf<typeof calls.getProducts>;
    expectTypeOf<Product['FIFOCost']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Product['nameENG']>().toEqualTypeOf<string | undefined>();
  });

  it('lets unknown fields through as unknown', () => {
    type Product = AnswerOf<typeof calls.getProducts>;
    expectTypeOf<Product['somethingNew']>().toEqualTypeOf<unknown>();
  });

  it('holds itself where the record does', () => {
    type Group = AnswerOf<typeof calls.getProductGroups>;
    expectTypeOf<Group['subGroups'][number]['subGroups'][number]['name']>().toEqualTypeOf<string>();
    expectTypeOf<Group['parentGroupID']>().toEqualTypeOf<number>();
  });

  it('is a map where the keys are names', () => {
    type Endpoints = AnswerOf<typeof calls.getServiceEndpoints>;
    expectTypeOf<Endpoints[string]['url']>().toEqualTypeOf<string>();
    expectTypeOf<Endpoints[string]['isSandbox']>().toEqualTypeOf<boolean>();
  });

  it('is shared by calls with the same record, and absent where there is none', () => {
    expectTypeOf<AnswerOf<typeof calls.verifyUser>>().toEqualTypeOf<
      AnswerOf<typeof calls.getSessionKeyUser>
    >();
    expectTypeOf<AnswerOf<typeof calls.verifyUser>['sessionKey']>().toEqualTypeOf<string>();
    expectTypeOf<AnswerOf<typeof calls.deleteProduct>>().toEqualTypeOf<undefined>();
  });
});

describe('defineCall', () => {
  it('keeps the name as a literal', () => {
    expectTypeOf(calls.getProducts.name).toEqualTypeOf<'getProducts'>();
  });

  it('makes calls that any code can take', () => {
    expectTypeOf(calls.getProducts).toExtend<AnyCall>();
    expectTypeOf(calls.getServiceEndpoints).toExtend<AnyCall>();
    expectTypeOf<(typeof calls)[keyof typeof calls]>().toExtend<AnyCall>();
    expectTypeOf<CallDefinition>().toExtend<AnyCall>();
  });

  it('refuses names that are not inputs', () => {
    defineCall({
      name: 'sample',
      docs: 'https://example.test',
      effect: 'read',
      session: 'none',
      input: () => ({ id: integer.optional() }),
      result: { none: true },
      // @ts-expect-error the call has no such input
      example: { ID: 1 },
      errors: [],
      // @ts-expect-error the call has no such input
      loggable: ['ID'],
      // @ts-expect-error the call has no such input
      unserved: { inputs: ['ID'] },
      evidence: '',
    });
  });
});

describe('an example', () => {
  it('is an input of the call, whole and in documented types', () => {
    expectTypeOf(calls.getProductPrices.example).toEqualTypeOf<
      InputOf<typeof calls.getProductPrices> | undefined
    >();
    expectTypeOf<{ warehouseID: 1 }>().not.toExtend<typeof calls.deleteProduct.example>();
    expectTypeOf<{ productID: '1' }>().not.toExtend<typeof calls.deleteProduct.example>();
  });
});

describe('RowOf', () => {
  it('has the fields of the record, all optional', () => {
    type Row = RowOf<typeof tables.products>;
    expectTypeOf<{ readonly productID: 1 }>().toExtend<Row>();
    expectTypeOf<Row['price']>().toEqualTypeOf<number | undefined>();
  });
});
