import { expect, test } from 'vitest';

import { chooseWarehouses } from './choose-warehouses.ts';

const shop = [
  { warehouseID: 2, name: 'Store', isOffline: false },
  { warehouseID: 3, name: 'Fair', isOffline: true },
  { warehouseID: 1, name: 'Depot', isOffline: false },
];
const chosen = (warehouses: number[], offline = false) =>
  chooseWarehouses(shop, { warehouses, offline }).map((one) => one.warehouseID);

test('all but the offline ones, by rising ID', () => {
  expect(chosen([])).toEqual([1, 2]);
});

test('with the offline ones when asked', () => {
  expect(chosen([], true)).toEqual([1, 2, 3]);
});

test('one that is named is taken, offline or not', () => {
  expect(chosen([3, 2])).toEqual([2, 3]);
});

test('an unknown one is wrong usage that lists the known', () => {
  expect(() => chosen([1, 9])).toThrow('there is no warehouse 9; there are 1 (Depot), 2 (Store), 3 (Fair)');
});

test('an account without warehouses is a failure, not an empty feed', () => {
  expect(() => chooseWarehouses([], { warehouses: [], offline: false })).toThrow('Erply named no warehouses');
});

test('one that the feed before was made with has been closed: the others go on while there are any', () => {
  const chosenAfter = (...warehouses: number[]) =>
    chooseWarehouses(shop, { warehouses, offline: false }, [1, 9]).map((one) => one.warehouseID);
  expect(chosenAfter(9, 1)).toEqual([1]);
  expect(() => chosenAfter(1, 8)).toThrow('there is no warehouse 8');
  expect(() => chosenAfter(9)).toThrow('there is no warehouse 9');
});
