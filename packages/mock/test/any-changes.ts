import type { Random } from '@erply-kit/tooling/property';

import type { Mock } from '../src/index.ts';
import { askText, type loggedIn } from './ask.ts';

export const shop = { products: 30, warehouses: 2, quota: 1e6, sleep: () => Promise.resolve() };

const lists = [
  'getProducts',
  'getBrands',
  'getProductGroups',
  'getSuppliers',
  'getWarehouses',
  'getPriceLists',
  'getProductsInPriceList',
  'getInventoryRegistrations',
  'getConfParameters',
  'getEmployees',
  'getPointsOfSale',
  'getUserGroups',
  'getUserRights',
];

/** All that a client and a test can see of an account, as text. */
export async function look(mock: Mock, sessionKey: string, clientCode = '100001'): Promise<string[]> {
  const ask = (request: string, fields = {}) => askText(mock, { clientCode, sessionKey, request, ...fields });
  const account = mock.account(clientCode);
  const control = [account.config(), account.clock.read(), account.data('users').list()];
  const { seed, percent } = account.chaos() ?? {};
  const texts = [JSON.stringify([...control, account.faults(), seed, percent])];
  for (const request of lists) texts.push(await ask(request, { recordsOnPage: 100 }));
  for (const warehouseID of [1, 2])
    texts.push(await ask('getProductStock', { warehouseID, getAveragePrices: 1, getReorderPoints: 1 }));
  texts.push(await ask('getUserOperationsLog', { tableName: 'products' }));
  return texts;
}

export type Call = Awaited<ReturnType<typeof loggedIn>>['call'];

/** Does something that changes an account. */
async function changeSomething(random: Random, mock: Mock, call: Call, clientCode = '100001') {
  const account = mock.account(clientCode);
  const productID = random.whole(1, shop.products);
  const products = account.data('products').list();
  const stocked = products.filter(({ type, nonStockProduct }) => type === 'PRODUCT' && nonStockProduct === 0);
  await random.pick([
    () => call('saveProduct', { productID, name: `N${random.whole(1, 99)}`, netPrice: random.whole(1, 99) }),
    () => call('saveProduct', { groupID: 1, name: 'Another', reorderPoint1: random.whole(1, 9) }),
    () => account.data('products').remove(Number(random.pick(products).productID)),
    () => call('saveBrand', { name: `B${random.whole(1, 99)}` }),
    () => call('saveSupplier', { companyName: 'S' }),
    () => call('saveEmployee', { lastName: `E${random.whole(1, 99)}`, jobTitle: random.pick(['A', 'B']) }),
    () => call('saveUser', { userGroupID: 1, name: `n${random.whole(1, 1e9)}`, password: 'Longer4711' }),
    () => call('saveUser', { userID: 1, employeeID: random.whole(1, 6), cardCode: '471147' }),
    () =>
      call('saveInventoryRegistration', {
        ...{ warehouseID: 1, productID1: productID, amount1: random.whole(1, 9), price1: 2, confirmed: 1 },
      }),
    () =>
      account.stockMovements.insert({
        productID: Number(random.pick(stocked).productID),
        ...{ warehouseID: 2, amount: random.whole(-9, 9) },
      }),
    () => account.data('users').insert({ userName: `u${random.whole(1, 1e9)}`, password: 'x' }),
    () => account.setConfig({ set: { errorBody: random.pick(['A', 'C']) } }),
    () => account.addFault({ match: { request: 'saveBrand' }, effect: { latencyMs: 1 } }),
    () => account.setChaos({ seed: random.whole(1, 9), percent: { 'latencyMs:1': 50 } }),
    () => account.setQuota({ used: random.whole(0, 99) }),
    () => mock.account(clientCode).clock.advance(random.whole(1, 60)),
    () => call('verifyUser', { username: 'demo', password: random.pick(['demouser', 'wrong']) }),
  ])();
}

export async function changeSome(random: Random, mock: Mock, call: Call, clientCode?: string) {
  for (let left = random.whole(0, 6); left > 0; left -= 1)
    await changeSomething(random, mock, call, clientCode);
}
