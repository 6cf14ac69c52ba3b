import { expect, it } from 'vitest';

import { tables } from '@erply-kit/schemas';

import { frozenMock, loggedIn } from '../../test/ask.ts';
import { cases, seededRandom } from '../../test/property.ts';

const allFields = Object.keys(tables.products.record().shape).filter(
  (field) => !['productComponents', 'parameters', 'relatedFiles', 'relatedProducts'].includes(field),
);

/** What may be changed of each table that product records show, and of products themselves. */
const writes: Readonly<Record<string, (random: () => number) => Record<string, unknown>>> = {
  productGroups: (random) => ({ name: `G${random()}` }),
  productCategories: (random) => ({ productCategoryName: `C${random()}` }),
  suppliers: (random) => ({ fullName: `S${random()}` }),
  productUnits: (random) => ({ name: `U${random()}` }),
  vatRates: (random) => ({ rate: Math.floor(random() * 30) }),
  brands: (random) => ({ name: `B${random()}` }),
  warehouseLocations: (random) => ({ locationInWarehouseName: `L${random()}` }),
  extraField1Values: (random) => ({ name: `E${random()}` }),
  extraField2Values: (random) => ({ code: `E${random()}` }),
  extraField3Values: (random) => ({ name: `E${random()}` }),
  extraField4Values: (random) => ({ code: `E${random()}` }),
  matrixDimensions: (random) => ({ name: `D${random()}` }),
  productPictures: (random) => ({ name: `I${random()}`, productID: 1 + Math.floor(random() * 40) }),
  products: (random) => ({
    name: `P${random()}`,
    brandID: 1 + Math.floor(random() * 3),
    price: Math.round(random() * 1000) / 100,
  }),
};

it('writes every table that a product depends on', () => {
  const { joins = {}, dependsOn = [] } = tables.products;
  const joined = Object.values(joins).map((join) => join.table);
  const children = tables.products.children?.images?.table;
  expect([...new Set([...joined, children, ...dependsOn, 'products'])].sort()).toEqual(
    Object.keys(writes).sort(),
  );
});

it('answers from the cache what it answers without it, whatever is written in between, in every account', async () => {
  const { seed, random } = seededRandom();
  const mock = frozenMock({ products: 40, quota: 1e9 });
  const accounts = [await loggedIn(mock, 'a'), await loggedIn(mock, 'b')];
  const page = { recordsOnPage: 100, orderBy: 'productID', orderByDir: 'asc' };
  for (let round = 0; round < cases(30); round += 1) {
    const code = random() < 0.7 ? 'a' : 'b';
    const [table, change] = Object.entries(writes)[Math.floor(random() * Object.keys(writes).length)] ?? [];
    const data = mock.account(code).data(table ?? '');
    const records = data.list();
    const key = tables[table as keyof typeof tables].key;
    const record = records[Math.floor(random() * records.length)];
    data.update(Number(record?.[key]), change?.(random) ?? {});
    for (const { call } of accounts) {
      const cached = await call('getProducts', page);
      // A block prints records anew: the way without the cache. Its own field is cut away again.
      const anew = { ...page, getRelatedProducts: 1, getFields: allFields.join() };
      const printed = await call('getProducts', anew);
      expect(cached.records, `seed ${seed}, round ${round}, ${table}`).toEqual(printed.records);
    }
  }
});
