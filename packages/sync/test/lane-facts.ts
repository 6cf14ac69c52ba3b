import type { ErplyClient } from '@erply-kit/client';

type Fields = Readonly<Record<string, unknown>>;
type TableName = Parameters<TestShop['account']['data']>[0];

import type { TestShop } from './test-shop.ts';

/** What a test has to know of a lane: how the shop changes, and what it holds, asked in another way than the lane does. */
export interface LaneFacts {
  readonly table: TableName;
  /** A new record. */
  readonly fields: Fields;
  /** An edit of any record. */
  readonly edit: Fields;
  /** Every record of the shop as the copy is to hold it, by its ID. */
  readAll(client: ErplyClient): Promise<ReadonlyMap<unknown, unknown>>;
}

const everything = { limit: 1e6, unset: 'keep' } as const;

const byID = (records: readonly object[], key: string): ReadonlyMap<unknown, unknown> =>
  new Map((records as readonly Fields[]).map((record) => [record[key], record]));

/** Links work for a day from when they were read: each reading answers others. */
export const withoutLinks = (record: object): object => {
  const { invoiceLink: _, receiptLink: __, ...rest } = record as Fields;
  return rest;
};

interface Group {
  readonly subGroups?: readonly Group[];
}

const flat = (groups: readonly Group[]): Group[] =>
  groups.flatMap(({ subGroups = [], ...group }) => [group, ...flat(subGroups)]);

const rows = [{ rowID: 1, stableRowID: 1, productID: 1, amount: 2, price: 5, vatrateID: 1, itemName: 'Cup' }];
const url = 'https://pictures.example.test/new.jpg';

/** By the name of the lane. */
export const laneFacts: Readonly<Record<string, LaneFacts>> = {
  warehouses: {
    table: 'warehouses',
    fields: { name: 'New' },
    edit: { name: 'Edited' },
    readAll: async (client) =>
      byID((await client.getWarehouses({}, { unset: 'keep' })).records, 'warehouseID'),
  },
  productGroups: {
    table: 'productGroups',
    fields: { name: 'New', parentGroupID: 1 },
    edit: { name: 'Edited' },
    readAll: async (client) =>
      byID(flat((await client.getProductGroups({}, { unset: 'keep' })).records), 'productGroupID'),
  },
  productCategories: {
    table: 'productCategories',
    fields: { productCategoryName: 'New' },
    edit: { productCategoryName: 'Edited' },
    readAll: async (client) =>
      byID(await client.getProductCategories.collect({}, everything), 'productCategoryID'),
  },
  priorityGroups: {
    table: 'priorityGroups',
    fields: { priorityGroupName: 'New' },
    edit: { priorityGroupName: 'Edited' },
    readAll: async (client) =>
      byID(await client.getProductPriorityGroups.collect({}, everything), 'priorityGroupID'),
  },
  brands: {
    table: 'brands',
    fields: { name: 'New' },
    edit: { name: 'Edited' },
    readAll: async (client) => byID(await client.getBrands.collect({}, everything), 'brandID'),
  },
  productUnits: {
    table: 'productUnits',
    fields: { name: 'New' },
    edit: { name: 'Edited' },
    readAll: async (client) => byID((await client.getProductUnits({}, { unset: 'keep' })).records, 'unitID'),
  },
  vatRates: {
    table: 'vatRates',
    fields: { name: '7%', rate: 7, active: 1 },
    edit: { code: 'EDITED' },
    readAll: async (client) => byID(await client.getVatRates.collect({}, everything), 'id'),
  },
  products: {
    table: 'products',
    fields: { name: 'New', groupID: 1 },
    edit: { name: 'Edited' },
    readAll: async (client) => byID(await client.getProducts.collect({}, everything), 'productID'),
  },
  priceLists: {
    table: 'priceLists',
    fields: { name: 'New', active: 1, pricelistRules: [{ type: 'PRODGROUP', id: 1, discountPercent: 5 }] },
    edit: { name: 'Edited' },
    async readAll(client) {
      const lists = await client.getPriceLists.collect({}, everything);
      return byID(
        lists.map(({ pricelistRules = [], ...list }) => ({
          ...list,
          pricelistRules: pricelistRules.filter(({ type }) => type === 'PRODGROUP' || type === 'SERVICE'),
        })),
        'pricelistID',
      );
    },
  },
  priceListProducts: {
    table: 'pricelistProducts',
    fields: { priceListID: 4, productID: 3, price: 9.5 },
    edit: { price: 1.25 },
    async readAll(client) {
      const input = { changedSince: 1, active: 0 } as const;
      const { records } = await client.getProductPricesInPriceLists(input, { unset: 'keep' });
      return byID(
        records.map(({ pricelistName: _, pricelistID: priceListID, ...row }) => ({ ...row, priceListID })),
        'priceListProductID',
      );
    },
  },
  productPictures: {
    table: 'productPictures',
    fields: {
      productID: 4,
      name: 'New',
      thumbURL: url,
      smallURL: url,
      largeURL: url,
      fullURL: url,
      external: 0,
    },
    edit: { name: 'Edited' },
    async readAll(client) {
      const pictures = await client.getProductPictures.collect({}, everything);
      return byID(
        pictures.map(({ added: _, lastModified: __, ...picture }) => picture),
        'productPictureID',
      );
    },
  },
  productFiles: {
    table: 'productFiles',
    fields: { productID: 4, name: 'New', typeID: 1, isInformationFile: 0, fileURL: url, external: 0 },
    edit: { name: 'Edited' },
    async readAll(client) {
      const files = await client.getProductFiles.collect({}, everything);
      return byID(
        files.map(({ added: _, lastModified: __, ...file }) => file),
        'productFileID',
      );
    },
  },
  productPackages: {
    table: 'productPackages',
    fields: { productID: 1, packageTypeID: 1, packageAmount: 6 },
    edit: { packageCode: 'EDITED' },
    async readAll(client) {
      const products = await client.getProducts.collect({ getPackageInfo: 1 }, everything);
      const packages = products.flatMap(({ productID, productPackages = [] }) =>
        productPackages.map((one) => ({ ...one, productID })),
      );
      return byID(packages, 'packageID');
    },
  },
  customerGroups: {
    table: 'customerGroups',
    fields: { name: 'New', parentID: 0 },
    edit: { name: 'Edited' },
    async readAll(client) {
      const groups = flat((await client.getCustomerGroups({}, { unset: 'keep' })).records);
      return byID(
        groups.map((group, index) => ({ ...group, position: index + 1 })),
        'customerGroupID',
      );
    },
  },
  customers: {
    table: 'customers',
    fields: { customerType: 'COMPANY', companyName: 'New', groupID: 1 },
    edit: { notes: 'Edited' },
    readAll: async (client) =>
      byID(
        await client.getCustomers.collect({ mode: 'ALL', responseMode: 'detail' }, everything),
        'customerID',
      ),
  },
  suppliers: {
    table: 'suppliers',
    fields: { supplierType: 'COMPANY', companyName: 'New', groupID: 1 },
    edit: { notes: 'Edited' },
    readAll: async (client) =>
      byID(
        await client.getSuppliers.collect({ mode: 'ALL', responseMode: 'detail' }, everything),
        'supplierID',
      ),
  },
  addresses: {
    table: 'addresses',
    fields: { ownerID: 1003, typeID: 1, city: 'New' },
    edit: { city: 'Edited' },
    readAll: async (client) => byID(await client.getAddresses.collect({}, everything), 'addressID'),
  },
  salesDocuments: {
    table: 'salesDocuments',
    fields: {
      type: 'INVOICE',
      number: '1',
      date: '2026-03-01',
      confirmed: 0,
      clientID: 1003,
      warehouseID: 1,
      rows,
    },
    edit: { notes: 'Edited' },
    async readAll(client) {
      const input = { getRowsForAllInvoices: 1, getAddedTimestamp: 1 } as const;
      return byID((await client.getSalesDocuments.collect(input, everything)).map(withoutLinks), 'id');
    },
  },
  payments: {
    table: 'payments',
    fields: { customerID: 1003, type: 'CASH', typeID: 1, sum: 5, date: '2026-03-01', currencyCode: 'EUR' },
    edit: { sum: 6 },
    readAll: async (client) => byID(await client.getPayments.collect({}, everything), 'paymentID'),
  },
  purchaseDocuments: {
    table: 'purchaseDocuments',
    fields: {
      type: 'PRCINVOICE',
      number: 'S',
      date: '2026-03-01',
      confirmed: 0,
      supplierID: 1,
      warehouseID: 1,
      rows: [],
    },
    edit: { notes: 'Edited' },
    readAll: async (client) =>
      byID(
        (await client.getPurchaseDocuments.collect({ getRowsForAllInvoices: 1 }, everything)).map(
          withoutLinks,
        ),
        'id',
      ),
  },
};
