import { expect, test } from 'vitest';

import { addIndexLine } from './index-line.ts';

test('a name comes before the longer ones that begin with it, whichever is added last', () => {
  const sorted = [
    "export * from './calls/employees/employee-groups.ts';",
    "export * from './calls/employees/employees.ts';",
    "export * from './calls/products/products.ts';",
    "export * from './calls/products/products-in-stock.ts';",
    '',
  ].join('\n');
  const files = [
    'products/products-in-stock',
    'employees/employees',
    'products/products',
    'employees/employee-groups',
  ];
  expect(files.reduce((index, file) => addIndexLine(index, `calls/${file}.ts`), '')).toBe(sorted);
});

test('a file that is there already changes nothing', () => {
  const index = "export * from './a.ts';\n";
  expect(addIndexLine(index, 'a.ts')).toBe(index);
});
