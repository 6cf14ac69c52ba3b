import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { gathered, grossPrice } from '../account/joined-fields.ts';
import type { Row } from '../account/table.ts';
import { refuse } from '../wire/refusal.ts';
import { type CallContext, type Handler, userOf } from './handler.ts';
import { pageOf } from './page.ts';
import { dayOf, priceCalculator, priceListsOf } from './price-calculator.ts';
import { printRecords } from './print-records.ts';
import { ProductFacts } from './product-facts.ts';
import { namedProducts, type ProductTest, productTests } from './product-filter.ts';
import { idsByChanged, sortProducts } from './product-order.ts';

type Input = InputOf<typeof calls.getProducts>;

/** Inputs that choose and order products; the others only say how they are shown. */
const choosing = [
  'productID',
  'productIDs',
  'type',
  'includeMatrixVariations',
  'groupID',
  'groupIDWithSubgroups',
  'groupIDsWithSubgroups',
  'parentProductID',
  'code',
  'active',
  'status',
  'addedSince',
  'changedSince',
  'orderBy',
  'orderByDir',
] as const satisfies readonly (keyof Input)[];

function testsOf(account: Account, facts: ProductFacts, input: Input): ProductTest[] {
  const tests = productTests(account, facts, input);
  const isInclusive = account.switches.changedSinceInclusive === 'yes';
  const isSince = (time: number, since: number) => (isInclusive ? time >= since : time > since);
  const { active, addedSince, changedSince, code, includeMatrixVariations, parentProductID, type } = input;
  if (type !== undefined) tests.push((id) => type.includes(facts.type(id) as never));
  if (includeMatrixVariations === 0) tests.push((id) => facts.parentProductID(id) === 0);
  if (parentProductID !== undefined) tests.push((id) => facts.parentProductID(id) === parentProductID);
  if (active !== undefined) tests.push((id) => (facts.status(id) !== 'ARCHIVED') === (active === 1));
  if (code !== undefined) tests.push((id) => facts.code(id) === code);
  if (addedSince !== undefined) tests.push((id) => isSince(facts.added(id), addedSince));
  if (changedSince !== undefined) {
    tests.push((id) => isSince(Math.max(facts.added(id), facts.lastModified(id)), changedSince));
  }
  const inFirstList = firstListTest(account, input);
  return inFirstList === undefined ? tests : [...tests, inFirstList];
}

/** The product has a price in the first price list of the location; without a location there is no such list. */
function firstListTest(account: Account, input: Input): ProductTest | undefined {
  const { getItemsFromFirstPriceListOnly, warehouseID } = input;
  if (getItemsFromFirstPriceListOnly !== 1 || warehouseID === undefined) return undefined;
  const [first] = priceListsOf(account, warehouseID);
  const rows = account.table('pricelistProducts');
  const ids = first === undefined ? [] : rows.find('priceListID', first);
  const priced = new Set(ids.map((id) => rows.get(id)?.productID));
  return (id) => priced.has(id);
}

/** What the products of a location's first price list hang on, where the request wants those only. */
function firstListState(account: Account, input: Input): readonly unknown[] {
  if (input.getItemsFromFirstPriceListOnly !== 1) return [];
  const tables = ['warehouses', 'pricelistProducts'];
  return [input.warehouseID, ...tables.map((name) => account.table(name).version)];
}

function choose(account: Account, input: Input): number[] {
  const facts = new ProductFacts(account);
  const tests = testsOf(account, facts, input);
  const passing = (ids: number[]) =>
    tests.length === 0 ? ids : ids.filter((id) => tests.every((test) => test(id)));
  const { orderBy = 'changed', orderByDir = 'desc' } = input;
  const named = namedProducts(input);
  if (named !== undefined) {
    return sortProducts(facts, passing(named.filter((id) => facts.exists(id))), { orderBy, orderByDir });
  }
  if (orderBy === 'changed') {
    const ids = passing(idsByChanged(facts));
    return orderByDir === 'desc' ? ids : ids.reverse();
  }
  const ids = passing([...facts.table.ids()]);
  return orderBy === 'productID' && orderByDir === 'asc'
    ? ids
    : sortProducts(facts, ids, { orderBy, orderByDir });
}

/** The chosen products in order; the next page of the same choice does not choose again. */
function chosen(account: Account, input: Input): Int32Array {
  const states = [
    account.table('products').version,
    account.table('productGroups').version,
    firstListState(account, input),
  ];
  const switches = account.switches.changedSinceInclusive;
  const key = JSON.stringify([states, switches, choosing.map((name) => input[name] ?? null)]);
  return account.world.shopTables.selections.get(key, () => Int32Array.from(choose(account, input)));
}

function warehousesOf(account: Account, input: Input): number[] {
  const table = account.table('warehouses');
  if (input.warehouseID === undefined) return [...table.ids()];
  if (!table.has(input.warehouseID)) refuse(1011, 'warehouseID');
  return [input.warehouseID];
}

function stockBlock(account: Account, warehouseIDs: readonly number[], productID: number) {
  return Object.fromEntries(
    warehouseIDs.map((warehouseID) => {
      const totalInStock = account.stock.amountInStock(productID, warehouseID);
      const reserved = account.stock.amountReserved(productID, warehouseID);
      const free = Math.round((totalInStock - reserved) * 1e6) / 1e6;
      const levels = { orderPending: 0, reorderPoint: 0, restockLevel: 0 };
      return [warehouseID, { warehouseID, totalInStock, reserved, free, ...levels }];
    }),
  );
}

function variationsBlock(account: Account, record: Row) {
  const prints = account.prints('products');
  return ((record.productVariations ?? []) as readonly number[]).flatMap((productID) => {
    const variation = prints.record(productID);
    if (variation === undefined) return [];
    const { name, code, code2 } = variation;
    const described = (variation.variationDescription ?? []) as readonly Record<string, unknown>[];
    const dimensions = described.map(({ variationID, ...dimension }) => ({
      ...dimension,
      dimensionValueID: variationID,
    }));
    return [{ productID, name, code, code2, dimensions }];
  });
}

/** Prices after the price lists of the location, and how they came about. */
function pricesBlock(account: Account, input: Input): (record: Row) => Row {
  const { warehouseID = 0, getPriceCalculationSteps } = input;
  if (warehouseID !== 0) warehousesOf(account, input);
  const priceOf = priceCalculator(account, { warehouseID, day: dayOf(account.now()) });
  return (record) => {
    const { price, steps } = priceOf(record);
    return {
      priceListPrice: price,
      priceListPriceWithVat: grossPrice(price, Number(record.vatrate ?? 0)),
      ...(getPriceCalculationSteps === 1 ? { priceCalculationSteps: steps } : {}),
    };
  };
}

function filesBlock(account: Account): (record: Row) => Row {
  const table = account.table('products');
  const lookup = (name: string) => account.table(name);
  return (record) => ({ relatedFiles: [], ...gathered(record, { table, field: 'relatedFiles', lookup }) });
}

/** What the request asks for beside the card. */
function blocksOf({ account }: CallContext, input: Input): ((record: Row) => Row) | undefined {
  const blocks: ((record: Row) => Row)[] = [];
  if (input.getStockInfo === 1) {
    const warehouseIDs = warehousesOf(account, input);
    blocks.push((record) => ({ warehouses: stockBlock(account, warehouseIDs, Number(record.productID)) }));
  }
  if (input.getMatrixVariations === 1)
    blocks.push((record) =>
      record.type === 'MATRIX' ? { variationList: variationsBlock(account, record) } : {},
    );
  if (input.getRecipes === 1) blocks.push(({ productComponents }) => ({ productComponents }));
  if (input.getPriceListPrices === 1) blocks.push(pricesBlock(account, input));
  if (input.getRelatedFiles === 1) blocks.push(filesBlock(account));
  if (blocks.length === 0) return undefined;
  return (record) => Object.assign({}, ...blocks.map((block) => block(record)));
}

export const getProducts: Handler<typeof calls.getProducts> = (context, input) => {
  userOf(context);
  const { account, call } = context;
  const ids = chosen(account, input);
  const page = pageOf(call, input, account.switches);
  const records = printRecords({
    account,
    tableName: 'products',
    ids: ids.subarray(page.offset, page.offset + page.size),
    addBlocks: blocksOf(context, input),
  });
  return { recordsTotal: ids.length, records };
};
