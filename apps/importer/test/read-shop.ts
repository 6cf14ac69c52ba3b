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
    warehouses: byID(warehouses, 'warehouseID'),
    product_groups: byID(flat(groups), 'productGroupID'),
    brands: byID(brands, 'brandID'),
    products: byID(products, 'productID'),
    stock,
    ...(await readClassifiers(client)),
    ...(await readPrices(client)),
    ...(await readParts(client)),
  };
}

type Fields = Readonly<Record<string, unknown>>;

const everything = { limit: 1e6 };

const byID = (records: readonly object[], key: string): Map<string, unknown> =>
  new Map((records as readonly Fields[]).map((record) => [`${record[key]}`, record]));

async function readClassifiers(client: ErplyClient) {
  return {
    product_categories: byID(await client.getProductCategories.collect({}, everything), 'productCategoryID'),
    priority_groups: byID(await client.getProductPriorityGroups.collect({}, everything), 'priorityGroupID'),
    product_units: byID((await client.getProductUnits()).records, 'unitID'),
    vat_rates: byID(await client.getVatRates.collect({}, everything), 'id'),
  };
}

/** Prices of products have rows of their own, and users are people. */
async function readPrices(client: ErplyClient) {
  const lists = await client.getPriceLists.collect({}, everything);
  const { records: rows } = await client.getProductPricesInPriceLists({ changedSince: 1, active: 0 });
  return {
    price_lists: byID(
      lists.map(({ addedByUserName: _, lastModifiedByUserName: __, pricelistRules = [], ...list }) => ({
        ...list,
        pricelistRules: pricelistRules.filter(({ type }) => type !== 'PRODUCT'),
      })),
      'pricelistID',
    ),
    price_list_products: byID(
      rows.map(({ pricelistName: _, pricelistID: priceListID, ...row }) => ({ ...row, priceListID })),
      'priceListProductID',
    ),
  };
}

const withoutStamps = (records: readonly object[]): object[] =>
  (records as readonly Fields[]).map(({ added: _, lastModified: __, ...record }) => record);

async function readParts(client: ErplyClient) {
  const pictures = await client.getProductPictures.collect({}, everything);
  const files = await client.getProductFiles.collect({}, everything);
  const products = await client.getProducts.collect({ getPackageInfo: 1 }, everything);
  const packages = products.flatMap(({ productID, productPackages = [] }) =>
    productPackages.map((one) => ({ ...one, productID })),
  );
  return {
    product_pictures: byID(withoutStamps(pictures), 'productPictureID'),
    product_files: byID(withoutStamps(files), 'productFileID'),
    product_packages: byID(packages, 'packageID'),
  };
}

type Group = Awaited<ReturnType<ErplyClient['getProductGroups']>>['records'][number];

const flat = (groups: readonly Group[]): Omit<Group, 'subGroups'>[] =>
  groups.flatMap(({ subGroups, ...group }) => [group, ...flat(subGroups)]);
