import { createClient, type ErplyClient } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';

/** Everything that the importer copies, by table and key, read without it. */
export async function readShop(credentials: AccountOptions): Promise<Record<string, Map<string, unknown>>> {
  await using client = createClient(credentials);
  const { records: warehouses } = await client.getWarehouses();
  const { records: groups } = await client.getProductGroups();
  const brands = await client.getBrands.collect({}, { limit: 1e6 });
  const products = await client.getProducts.collect({}, { limit: 1e6 });
  const stock = new Map<string, unknown>();
  for (const { warehouseID } of warehouses) {
    const { records } = await client.getProductStock({ warehouseID, getAmountReserved: 1 });
    for (const row of records)
      stock.set(`${row.productID}/${warehouseID}`, [row.amountInStock, row.amountReserved]);
  }
  return {
    warehouses: new Map(warehouses.map((record) => [`${record.warehouseID}`, record])),
    product_groups: new Map(flat(groups).map((record) => [`${record.productGroupID}`, record])),
    brands: new Map(brands.map((record) => [`${record.brandID}`, record])),
    products: new Map(products.map((record) => [`${record.productID}`, record])),
    stock,
  };
}

type Group = Awaited<ReturnType<ErplyClient['getProductGroups']>>['records'][number];

const flat = (groups: readonly Group[]): Omit<Group, 'subGroups'>[] =>
  groups.flatMap(({ subGroups, ...group }) => [group, ...flat(subGroups)]);
