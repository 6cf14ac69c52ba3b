import { describe, expectTypeOf, it } from 'vitest';

import type { RowOf, RowOfTable, TableName, tables } from './index.ts';

describe('rows by the name of their table', () => {
  it('are those of the definition', () => {
    expectTypeOf<RowOfTable<'products'>>().toEqualTypeOf<RowOf<typeof tables.products>>();
    expectTypeOf<RowOfTable<'brands'>>().not.toEqualTypeOf<RowOfTable<'products'>>();
    expectTypeOf<RowOfTable<'brands'>['brandID']>().toEqualTypeOf<number | undefined>();
  });

  it('have no other name', () => {
    expectTypeOf<'brands'>().toExtend<TableName>();
    // @ts-expect-error: no such table
    expectTypeOf<RowOfTable<'brand'>>().toBeObject();
  });
});
