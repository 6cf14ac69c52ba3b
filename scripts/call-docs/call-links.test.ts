import { expect, test } from 'vitest';

import { withCallLinks } from './call-links.ts';

const files = new Map([
  ['getProducts', 'get-products.md'],
  ['getProductStock', 'get-product-stock.md'],
]);

test.each([
  ['follow stock with getProductStock.', 'follow stock with [getProductStock](get-product-stock.md).'],
  ['`getProductStock` in code', '`getProductStock` in code'],
  ['```http\nrequest=getProductStock\n```', '```http\nrequest=getProductStock\n```'],
  ['# getProductStock', '# getProductStock'],
  ['[getProductStock](x.md)', '[getProductStock](x.md)'],
  ['a call of its own: getProducts', 'a call of its own: getProducts'],
  ['getProductStocks and forgetProductStock', 'getProductStocks and forgetProductStock'],
])('%j becomes %j', (text, linked) => {
  expect(withCallLinks(text, 'getProducts', files)).toBe(linked);
});
