import { expect, test } from 'vitest';

import { planCall } from './call-plan.ts';

const present = {
  folders: ['brands', 'products', 'stock'],
  index: "export * from './brands/get-brands.ts';\nexport * from './products/get-products.ts';\n",
};

test.each([
  ['saveBrand', 'brands/save-brand.ts'],
  ['getProductPrices', 'product-prices/get-product-prices.ts'],
  ['getCategory', 'categories/get-category.ts'],
  ['getStock', 'stock/get-stock.ts'],
  ['POSOpenDay', 'open-days/pos-open-day.ts'],
])('%s goes to %s', (name, file) => {
  expect(planCall(name, present).file).toBe(file);
});

test('the folder can be named', () => {
  expect(planCall('getStockRegistrations', present, 'stock').file).toBe('stock/get-stock-registrations.ts');
});

test('the index gets one line, in order', () => {
  expect(planCall('saveBrand', present).index.split('\n')).toEqual([
    "export * from './brands/get-brands.ts';",
    "export * from './brands/save-brand.ts';",
    "export * from './products/get-products.ts';",
    '',
  ]);
});

test('the file defines the call and exports nothing else', () => {
  const { text } = planCall('deleteBrand', present);
  expect(text.match(/^export .*$/gm)).toEqual(['export const deleteBrand = defineCall({']);
  expect(text).toContain("effect: 'delete'");
});

test.each(['getproducts', 'get-products', 'GetProducts', '', '../evil', 'get Products'])(
  '"%s" is refused',
  (name) => {
    expect(() => planCall(name, present)).toThrow(`"${name}" is not a call`);
  },
);

test('a folder outside the calls is refused', () => {
  expect(() => planCall('getBrand', present, '../x')).toThrow('"../x" is not a folder name');
});

test('a call that is there is refused', () => {
  expect(() => planCall('getProducts', present)).toThrow('getProducts is there already');
});
