import type { ClassicApi, ClassicRecord, ClassicRequest } from './classic-api.ts';
import type { ShopRecords, Table } from './shop-records.ts';
import { tableOf } from './table-of.ts';

/** What describes products, beside their groups and brands. */
export type Catalogue = Pick<
  ShopRecords,
  | 'priceListProducts'
  | 'priceLists'
  | 'priorityGroups'
  | 'productCategories'
  | 'productFiles'
  | 'productPackages'
  | 'productPictures'
  | 'productUnits'
  | 'vatRates'
>;

/** Pages of 100 that the lists below are read with: none of the demo shop is longer. */
const pages = [1, 2, 3];
const productsPerPage = 1000;

/** Reads what describes the products of a shop with plain requests. */
export async function readCatalogue(api: ClassicApi, productCount: number): Promise<Catalogue> {
  const list = async (requestName: string) =>
    (await api.bulk(pages.map((pageNo) => ({ requestName, pageNo, recordsOnPage: 100 })))).flat();
  const [units = []] = await api.bulk([{ requestName: 'getProductUnits' }]);
  const lists = await list('getPriceLists');
  return {
    productCategories: tableOf(await list('getProductCategories'), 'productCategoryID'),
    priorityGroups: tableOf(await list('getProductPriorityGroups'), 'priorityGroupID'),
    productUnits: tableOf(units, 'unitID'),
    vatRates: tableOf(await list('getVatRates'), 'id'),
    priceLists: tableOf(lists.map(copiedPriceList), 'pricelistID'),
    priceListProducts: await readPrices(api, lists),
    productPictures: tableOf((await list('getProductPictures')).map(withoutStamps), 'productPictureID'),
    productFiles: tableOf((await list('getProductFiles')).map(withoutStamps), 'productFileID'),
    productPackages: await readPackages(api, productCount),
  };
}

/** Users are people, and prices of products have records of their own. */
function copiedPriceList({
  addedByUserName: _,
  lastModifiedByUserName: __,
  pricelistRules = [],
  ...list
}: ClassicRecord): ClassicRecord {
  const rules = pricelistRules as readonly ClassicRecord[];
  return { ...list, pricelistRules: rules.filter(({ type }) => type !== 'PRODUCT') };
}

const withoutStamps = ({ added: _, lastModified: __, ...record }: ClassicRecord): ClassicRecord => record;

async function readPrices(api: ClassicApi, lists: readonly ClassicRecord[]): Promise<Table> {
  const ids = lists.map(({ pricelistID }) => Number(pricelistID));
  const rows = await api.bulk(
    ids.map((priceListID) => ({ requestName: 'getProductsInPriceList', priceListID, recordsOnPage: 1000 })),
  );
  const prices = rows.flatMap((list, index) => list.map((row) => ({ ...row, priceListID: ids[index] })));
  return tableOf(prices, 'priceListProductID');
}

async function readPackages(api: ClassicApi, productCount: number): Promise<Table> {
  const count = Math.ceil(productCount / productsPerPage);
  const requests = Array.from(
    { length: count },
    (_, index): ClassicRequest => ({
      requestName: 'getProducts',
      getPackageInfo: 1,
      getFields: 'productID,productPackages',
      ...{ orderBy: 'productID', orderByDir: 'asc', pageNo: index + 1, recordsOnPage: productsPerPage },
    }),
  );
  const products: ClassicRecord[] = [];
  for (let first = 0; first < count; first += 100)
    products.push(...(await api.bulk(requests.slice(first, first + 100))).flat());
  const packages = products.flatMap(({ productID, productPackages = [] }) =>
    (productPackages as readonly ClassicRecord[]).map((one) => ({ ...one, productID })),
  );
  return tableOf(packages, 'packageID');
}
