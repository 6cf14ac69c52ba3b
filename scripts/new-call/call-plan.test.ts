import { expect, test } from 'vitest';

import { paths, planCall } from './call-plan.ts';

const files: Readonly<Record<string, string>> = {
  [paths.callIndex]: "export * from './brands/get-brands.ts';\nexport * from './products/get-products.ts';\n",
  [paths.tableIndex]: "export * from './calls/brands/brands.ts';\n",
  [paths.rowIndex]: "export * from './brands/brands.ts';\n",
  [`${paths.calls}/brands/brands.ts`]:
    "import { brand } from './brand.ts';\nexport const brands = defineTable({\n  record: brand,\n});\n",
};
const present = {
  folders: ['brands', 'products', 'stock'],
  logged: ['employees'],
  read: (path: string) => files[path],
};

const fileOf = (name: string, folder?: string) =>
  [...planCall(name, present, { folder, withoutTable: true }).toFillIn.keys()][0];

test.each([
  ['saveBrand', 'brands/save-brand.ts'],
  ['getProductPrices', 'product-prices/get-product-prices.ts'],
  ['getCategory', 'categories/get-category.ts'],
  ['getStock', 'stock/get-stock.ts'],
  ['getAddresses', 'addresses/get-addresses.ts'],
  ['POSOpenDay', 'open-days/pos-open-day.ts'],
])('%s goes to %s', (name, file) => {
  expect(fileOf(name)).toBe(`${paths.calls}/${file}`);
});

test('the folder can be named', () => {
  expect(fileOf('getStockRegistrations', 'stock')).toBe(`${paths.calls}/stock/get-stock-registrations.ts`);
});

test('the index gets one line, in the order of the paths', () => {
  const { indexes } = planCall('saveBrand', present);
  expect([...indexes]).toEqual([
    [
      paths.callIndex,
      [
        "export * from './brands/get-brands.ts';",
        "export * from './brands/save-brand.ts';",
        "export * from './products/get-products.ts';",
        '',
      ].join('\n'),
    ],
  ]);
});

test('a call of a table that is there has one file', () => {
  const [[file, text] = ['', ''], ...others] = planCall('deleteBrand', present).toFillIn;
  expect([file, others]).toEqual([`${paths.calls}/brands/delete-brand.ts`, []]);
  expect(text.match(/^export .*$/gm)).toEqual(['export const deleteBrand = defineCall({']);
  expect(text).toContain("effect: 'delete'");
  expect(text).toContain('table: brands,');
});

test('the first call of a table has its record, its table and its rows with it', () => {
  const { toFillIn, indexes } = planCall('getEmployees', present);
  expect([...toFillIn.keys()]).toEqual([
    `${paths.calls}/employees/get-employees.ts`,
    `${paths.calls}/employees/employee.ts`,
    `${paths.calls}/employees/employees.ts`,
    `${paths.rows}/employees/employees.ts`,
  ]);
  expect(toFillIn.get(`${paths.calls}/employees/employees.ts`)).toContain('logged: true');
  expect(indexes.get(paths.tableIndex)).toContain("export * from './calls/employees/employees.ts';");
  expect(indexes.get(paths.rowIndex)).toContain("export * from './employees/employees.ts';");
});

test.each(['getproducts', 'get-products', 'GetProducts', '', '../evil', 'get Products'])(
  '"%s" is refused',
  (name) => {
    expect(() => planCall(name, present)).toThrow(`"${name}" is not a call`);
  },
);

test('a deprecated call says so twice: for the journal, and for editors', () => {
  const deprecated = 'CRM API GET /v1/{id}';
  const [text = ''] = planCall('deleteBrand', present, { deprecated }).toFillIn.values();
  expect(text).toContain(`\n  deprecated: '${deprecated}',\n`);
  expect(text).toContain(
    `\n * @deprecated Erply recommends instead: ${deprecated}.\n * @remarks Destructive: it cannot be undone. Ask first.\n */\nexport const`,
  );
  for (const wrong of ['', "it's", 'a\nb', '\\'])
    expect(() => planCall('deleteBrand', present, { deprecated: wrong })).toThrow('--deprecated names what');
});

test('a folder outside the calls is refused', () => {
  expect(() => planCall('getBrand', present, { folder: '../x' })).toThrow('"../x" is not a folder name');
});

test('a call that is there is refused', () => {
  expect(() => planCall('getProducts', present)).toThrow('getProducts is there already');
});
