import type { Random } from '@erply-kit/tooling/property';

import type { TestShop } from './test-shop.ts';

/** A part of a name that hardly comes twice. */
const someMark = (random: Random) => random.whole(0, 1e9);

function someProduct({ account }: TestShop, random: Random): { id: number; type: unknown } | undefined {
  const products = account.data('products');
  for (let tries = 0; tries < 20; tries += 1) {
    // IDs of records that are gone are among them.
    const id = random.whole(1, 60);
    try {
      return { id, type: products.get(id).type };
    } catch {
      // Removed, or never there: try another.
    }
  }
  return undefined;
}

/** What happens in a shop while nobody looks. */
const changes: readonly ((shop: TestShop, random: Random) => void)[] = [
  function addProduct({ account }, random) {
    account.data('products').insert({ name: `New ${someMark(random)}`, groupID: 1 });
  },
  function editProduct(shop, random) {
    const product = someProduct(shop, random);
    if (product) shop.account.data('products').update(product.id, { name: `Edited ${someMark(random)}` });
  },
  function archiveProduct(shop, random) {
    const product = someProduct(shop, random);
    if (product) shop.account.data('products').update(product.id, { status: 'ARCHIVED' });
  },
  function removeProduct(shop, random) {
    const product = someProduct(shop, random);
    if (product) shop.account.data('products').remove(product.id);
  },
  function moveStock(shop, random) {
    const product = someProduct(shop, random);
    if (!product || product.type === 'MATRIX' || product.type === 'BUNDLE') return;
    const amount = random.whole(-10, 9);
    shop.account.stockMovements.insert({ productID: product.id, warehouseID: random.whole(1, 2), amount });
  },
  function addGroup({ account }, random) {
    account.data('productGroups').insert({ name: `Group ${someMark(random)}`, parentGroupID: 1 });
  },
  function addBrand({ account }, random) {
    account.data('brands').insert({ name: `Brand ${someMark(random)}` });
  },
  function renameBrand({ account }, random) {
    // One that no product shows: a copy of a product keeps the name of its brand.
    const added = account.data('brands').list().at(-1);
    if (Number(added?.brandID) > 30)
      account.data('brands').update(Number(added?.brandID), { name: `Renamed ${someMark(random)}` });
  },
  function addWarehouse({ account }, random) {
    if (random.chance(0.2)) account.data('warehouses').insert({ name: `Store ${someMark(random)}` });
  },
  function letTimePass({ account }, random) {
    account.clock.advance(random.whole(0, 299));
  },
];

/** Makes so many random changes. */
export function changeShop(shop: TestShop, random: Random, count: number): void {
  for (let done = 0; done < count; done += 1) random.pick(changes)(shop, random);
}
