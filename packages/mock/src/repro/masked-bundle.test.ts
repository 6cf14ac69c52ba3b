import { expect, it } from 'vitest';

import { ask, type Fields, frozenMock, loggedIn } from '../../test/ask.ts';
import { type MockOptions, replay } from '../index.ts';

const code = '100001';

/** An account whose records, users and rules have texts of somebody, in a bundle that begins after they were written. */
async function bundleOf(options: MockOptions = {}) {
  const mock = frozenMock({ products: 20, warehouses: 2, ...options });
  const account = mock.account(code);
  const { call } = await loggedIn(mock);
  await call('saveBrand', { name: 'Quillfeather' });
  await call('saveSupplier', { fullName: 'Quillfeather', birthday: '1932-02-29', email: 'q@example.test' });
  await call('saveProduct', { productID: 1, name: 'Quillfeather', netPrice: '12.5', status: 'NOT_FOR_SALE' });
  await call('saveWarehouse', { warehouseID: 1, code: 'W-1', name: 'Quillfeather' });
  account
    .data('users')
    .insert({ userName: 'quillfeather', password: 'Pass-word-1', employeeName: 'Quillfeather' });
  account.addFault({
    match: { user: 'quillfeather', request: 'getBrands' },
    times: 1,
    effect: { errorCode: 1002 },
  });
  const login = {
    clientCode: code,
    request: 'verifyUser',
    username: 'quillfeather',
    password: 'Pass-word-1',
  };
  const { records } = await ask(mock, login);
  const asUser = (request: string, fields: Fields = {}) =>
    ask(mock, { clientCode: code, sessionKey: records[0].sessionKey, request, ...fields });
  await asUser('getBrands');
  await asUser('getBrands');
  await asUser('getProducts', { productID: 1 });
  await asUser('getSuppliers', { recordsOnPage: 5 });
  return JSON.parse(JSON.stringify(account.bundle()));
}

/** What the last state of a bundle has of a table, by ID. */
function rowsOf({ segments }: Awaited<ReturnType<typeof bundleOf>>, table: string): Map<number, any> {
  const { state } = segments.at(-1);
  const begin = state.findIndex((line: any) => line.table === table);
  return new Map(state[begin + 1].changes);
}

it('has other texts in place of those that a masked journal does not show', async () => {
  const bundle = await bundleOf();
  expect(JSON.stringify(bundle)).not.toMatch(/quillfeather|q@example|1932/i);
  const product = rowsOf(bundle, 'products').get(1);
  expect(product).toMatchObject({
    price: 12.5,
    status: 'NOT_FOR_SALE',
    name: expect.stringMatching(/^Text-\d+$/),
  });
  // The same for the same.
  const [brand] = [...rowsOf(bundle, 'brands').values()].slice(-1);
  expect(brand.name).toBe(product.name);
  const warehouse = rowsOf(bundle, 'warehouses').get(1);
  expect(warehouse).toMatchObject({ code: 'W-1', name: product.name });
  const supplier = [...rowsOf(bundle, 'suppliers').values()].at(-1);
  expect(supplier.birthday).toBeNull();
});

it('is replayed: users log in by what stands for their names, and rules go on naming them', async () => {
  const bundle = await bundleOf();
  const last = { ...bundle, segments: bundle.segments.slice(-1) };
  expect(last.segments[0].entries.map(({ request, errorCode }: any) => [request, errorCode])).toEqual([
    ['verifyUser', 0],
    ['getBrands', 1002],
    ['getBrands', 0],
    ['getProducts', 0],
    ['getSuppliers', 0],
  ]);
  expect(await replay(last)).toMatchObject({ asked: 5, skipped: 0, difference: undefined });
});

it('has the texts where the journal is full', async () => {
  const bundle = await bundleOf({ journal: 'full' });
  expect(rowsOf(bundle, 'products').get(1).name).toBe('Quillfeather');
  expect(JSON.stringify(bundle)).not.toContain('Pass-word-1');
});
