import pg from 'pg';

import type { RecordFields, ShopRecords, Table } from '../demo/shop-records.ts';
import { askedLanes } from './copied-lanes.ts';
import type { ImporterCopy } from './importer-copy.ts';
import { comparedFieldsOf } from './read-asked-records.ts';

const tables: Readonly<Record<Exclude<keyof ShopRecords, 'stock'>, string>> = {
  warehouses: 'warehouses',
  productGroups: 'product_groups',
  brands: 'brands',
  productCategories: 'product_categories',
  priorityGroups: 'priority_groups',
  productUnits: 'product_units',
  vatRates: 'vat_rates',
  priceLists: 'price_lists',
  priceListProducts: 'price_list_products',
  productPictures: 'product_pictures',
  productFiles: 'product_files',
  productPackages: 'product_packages',
  products: 'products',
};

type Query = (text: string) => Promise<RecordFields[]>;

/** A copy in a schema of a server, read as anybody with SQL would. */
export function postgresCopy(server: string, schema: string): ImporterCopy {
  const connected = async <TResult>(use: (query: Query) => Promise<TResult>): Promise<TResult> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(`set search_path = "${schema}"`);
      return await use(async (text) => (await client.query<RecordFields>(text)).rows);
    } finally {
      await client.end();
    }
  };
  return {
    address: `${server}?schema=${schema}`,
    leftovers: () =>
      connected(async (query) => {
        const [row] = await query(`select (select count(*) from dead_letters)::int as dead,
          (select count(*) from stock_staged)::int as staged`);
        return { dead: Number(row?.dead), staged: Number(row?.staged), damaged: 0 };
      }),
    readShop: () => connected(readShopOf),
    readAsked: () =>
      connected(async (query) => {
        const found: Record<string, Table> = {};
        for (const { table } of askedLanes) found[table] = comparedFieldsOf(await readRecords(query, table));
        return found;
      }),
  };
}

async function readShopOf(query: Query): Promise<ShopRecords> {
  const records: Record<string, Table> = {};
  for (const [name, table] of Object.entries(tables)) records[name] = await readRecords(query, table);
  const amounts = await query(`select product_id, warehouse_id, amount_in_stock::float8 as "amountInStock",
    amount_reserved::float8 as "amountReserved" from stock where amount_in_stock <> 0`);
  const stock = amounts.map(
    ({ product_id, warehouse_id, ...row }) => [`${product_id}/${warehouse_id}`, row] as const,
  );
  return { ...(records as Omit<ShopRecords, 'stock'>), stock: new Map(stock) };
}

async function readRecords(query: Query, table: string): Promise<Table> {
  const rows = await query(`select id, record from ${table} where deleted_at is null`);
  return new Map(rows.map(({ id, record }) => [String(id), record as RecordFields]));
}
