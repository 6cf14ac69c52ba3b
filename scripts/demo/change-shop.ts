import type { ClassicApi, ClassicRequest } from './classic-api.ts';
import type { Table } from './shop-records.ts';
import type { Fake } from './start-fake.ts';

/** How many records the shop changed while nobody was importing. */
export interface ShopChanges {
  readonly added: number;
  readonly edited: number;
  readonly archived: number;
  readonly deleted: number;
  readonly moved: number;
}

/** By its staff in the back office, which the fake's control API plays. */
const byStaff: ShopChanges = { added: 12, edited: 60, archived: 20, deleted: 10, moved: 200 };
/** By another integration, through the API that the importer reads. */
const byIntegration: ShopChanges = { added: 3, edited: 3, archived: 2, deleted: 2, moved: 0 };

/** The shop as it is, and how much happens in it. */
export interface ShopToChange {
  readonly products: Table;
  /** So many times more changes by staff. @default 1 */
  readonly times?: number;
}

/** Lets the shop live for a while: new, edited, archived and deleted products, and goods that come and go. */
export async function changeShop(fake: Fake, api: ClassicApi, shop: ShopToChange): Promise<ShopChanges> {
  const { products, times = 1 } = shop;
  const staff = multiply(byStaff, times);
  const goods = takeFrom(products, 'PRODUCT', staff.moved * 2);
  // Erply deletes only what was never bought or sold; a bundle has no stock of its own.
  const bundles = takeFrom(products, 'BUNDLE', staff.moved * 2);
  const added = await changeAsStaff(fake, goods, staff);
  await api.bulk([
    ...numbers(byIntegration.added).map(newProduct),
    ...goods(byIntegration.edited).map((productID) => edit(productID, { netPrice: 9.99 })),
    ...goods(byIntegration.archived).map((productID) => edit(productID, { status: 'ARCHIVED' })),
    ...bundles(byIntegration.deleted).map((productID) => ({ requestName: 'deleteProduct', productID })),
  ]);
  await moveStock(fake, [...added, ...goods(staff.moved - added.length)]);
  const sum = (what: keyof ShopChanges) => staff[what] + byIntegration[what];
  return {
    added: sum('added'),
    edited: sum('edited'),
    archived: sum('archived'),
    deleted: sum('deleted'),
    moved: sum('moved'),
  };
}

function multiply(changes: ShopChanges, times: number): ShopChanges {
  const entries = Object.entries(changes).map(([what, count]) => [what, count * times]);
  return Object.fromEntries(entries) as ShopChanges;
}

/** Answers the IDs of the new products. */
async function changeAsStaff(fake: Fake, goods: Take, staff: ShopChanges): Promise<number[]> {
  const group = await fake.control<{ id: number }>('POST', '/data/productGroups', { name: 'Just arrived' });
  const added = await allOf(numbers(staff.added), (number) =>
    fake.control<{ id: number }>('POST', '/data/products', {
      name: `Just arrived ${number} – “new”`,
      code: `NEW-${number}`,
      groupID: group.id,
      price: number,
    }),
  );
  await allOf(goods(staff.edited), (id) =>
    fake.control('PUT', `/data/products/${id}`, { name: `Renamed ${id} ✓`, price: id / 8 }),
  );
  await allOf(goods(staff.archived), (id) =>
    fake.control('PUT', `/data/products/${id}`, { status: 'ARCHIVED' }),
  );
  await allOf(goods(staff.deleted), (id) => fake.control('DELETE', `/data/products/${id}`));
  return added.map((product) => product.id);
}

/** Goods come into one warehouse and leave another, more than there were at times. */
async function moveStock(fake: Fake, productIDs: readonly number[]): Promise<void> {
  await allOf([...productIDs.entries()], ([index, productID]) => {
    const amount = index % 3 === 0 ? -(index % 7) - 0.5 : 1 + (index % 40);
    return fake.control('POST', '/data/stockMovements', { productID, warehouseID: 1 + (index % 4), amount });
  });
}

const newProduct = (number: number): ClassicRequest => ({
  requestName: 'saveProduct',
  name: `Ordered ${number}`,
  code: `ORDER-${number}`,
  groupID: 1,
  netPrice: number,
});

const edit = (productID: number, values: Record<string, string | number>): ClassicRequest => ({
  requestName: 'saveProduct',
  productID,
  ...values,
});

/** Gives out so many product IDs, each only once. */
type Take = (count: number) => number[];

/** Takes active products of a type that keep stock, at most so many, from all over the shop. */
function takeFrom(products: Table, type: string, most: number): Take {
  const ids = [...products.values()]
    .filter((one) => one.type === type && one.status === 'ACTIVE' && one.nonStockProduct === 0)
    .map((one) => Number(one.productID));
  const stride = Math.max(1, Math.floor(ids.length / most));
  let taken = 0;
  return (count) =>
    numbers(count).map(() => {
      const id = ids[taken++ * stride];
      if (id === undefined) throw new Error(`the shop has too few products of type ${type}`);
      return id;
    });
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

const atOnce = 10;

async function allOf<TItem, TResult>(
  items: readonly TItem[],
  use: (item: TItem) => Promise<TResult>,
): Promise<TResult[]> {
  const results: TResult[] = [];
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(use))));
  return results;
}
