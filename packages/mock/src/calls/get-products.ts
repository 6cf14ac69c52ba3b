import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Row } from '../account/table.ts';
import { type CallContext, type Handler, userOf } from './handler.ts';
import { pageOf } from './page.ts';
import { printRecords } from './print-records.ts';
import { ProductFacts } from './product-facts.ts';
import { namedProducts, type ProductTest, productTests } from './product-filter.ts';
import { idsByChanged, sortProducts } from './product-order.ts';
import { stockBlocks } from './product-stock-blocks.ts';
import { stockPlaces } from './stock-selection.ts';

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
  return tests;
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
  const states = [account.table('products').version, account.table('productGroups').version];
  const switches = account.switches.changedSinceInclusive;
  const key = JSON.stringify([states, switches, choosing.map((name) => input[name] ?? null)]);
  return account.world.shopTables.selections.get(key, () => Int32Array.from(choose(account, input)));
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

/** What the request asks for beside the card. */
function blocksOf(context: CallContext, input: Input): ((record: Row) => Row) | undefined {
  const { account } = context;
  const showsStock = input.getStockInfo === 1 || input.getFIFOCost === 1;
  const warehouseIDs = showsStock ? stockPlaces(account, { warehouseID: input.warehouseID }) : undefined;
  if (warehouseIDs === undefined && input.getMatrixVariations !== 1 && input.getRecipes !== 1)
    return undefined;
  return (record) => ({
    ...(warehouseIDs === undefined
      ? {}
      : stockBlocks(account, { productID: Number(record.productID), warehouseIDs, input })),
    ...(input.getMatrixVariations === 1 && record.type === 'MATRIX'
      ? { variationList: variationsBlock(account, record) }
      : {}),
    ...(input.getRecipes === 1 ? { productComponents: record.productComponents } : {}),
  });
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
