import type { ClassicApi, ClassicRecord, ClassicRequest } from './classic-api.ts';
import { readCatalogue } from './read-catalogue.ts';
import type { ShopRecords } from './shop-records.ts';
import { tableOf } from './table-of.ts';

export const pageSize = 1000;

/** Reads a whole shop of this many products with plain requests, as it comes over the wire. */
export async function readShop(api: ClassicApi, productCount: number): Promise<ShopRecords> {
  const pages = Array.from({ length: Math.ceil(productCount / pageSize) }, (_, index) =>
    productPage(index + 1),
  );
  const products = await api.bulk(pages);
  return {
    ...(await readAllButProducts(api, productCount)),
    products: tableOf(products.flat(), 'productID'),
  };
}

/** All but the products. */
export async function readAllButProducts(
  api: ClassicApi,
  productCount: number,
): Promise<Omit<ShopRecords, 'products'>> {
  const [warehouses = [], groups = [], brands = []] = await api.bulk([
    { requestName: 'getWarehouses' },
    { requestName: 'getProductGroups' },
    // Of the demo shop, one page has them all.
    { requestName: 'getBrands', recordsOnPage: 100 },
  ]);
  const ids = warehouses.map((warehouse) => Number(warehouse.warehouseID));
  const stock = await api.bulk(
    ids.map((warehouseID) => ({ requestName: 'getProductStock', warehouseID, getAmountReserved: 1 })),
  );
  return {
    warehouses: tableOf(warehouses, 'warehouseID'),
    productGroups: tableOf([...flat(groups)], 'productGroupID'),
    brands: tableOf(brands, 'brandID'),
    ...(await readCatalogue(api, productCount)),
    stock: new Map(
      stock.flatMap((rows, index) =>
        rows.map(({ productID, ...amounts }) => [`${productID}/${ids[index]}`, amounts] as const),
      ),
    ),
  };
}

/** Asks for a page of products, from 1 on, in the order of their IDs. */
export function productPage(pageNo: number): ClassicRequest {
  const order = { orderBy: 'productID', orderByDir: 'asc' };
  return { requestName: 'getProducts', pageNo, recordsOnPage: pageSize, ...order };
}

function* flat(groups: readonly ClassicRecord[]): Generator<ClassicRecord> {
  for (const { subGroups, ...group } of groups) {
    yield group;
    yield* flat((subGroups ?? []) as ClassicRecord[]);
  }
}
