import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { allNamesBlock } from '../../generic/all-names.ts';
import { encodeRecords } from '../../generic/encode-records.ts';
import { type CallContext, type Handler, userOf } from '../../generic/handler.ts';
import { longestPage, pageOf } from '../../generic/page.ts';
import type { Filter } from '../../query/filter.ts';
import { listedSelection, type Selection } from '../../query/selection.ts';
import { childrenOf } from '../../store/joins.ts';
import type { Row } from '../../store/row.ts';
import { pricesBlock } from '../price-lists/prices-block.ts';
import { stockWarehouses } from '../stock/stock-selection.ts';
import { containerBlock } from './blocks/container.ts';
import { locationTaxBlock } from './blocks/location-tax.ts';
import { packagesBlock } from './blocks/packages.ts';
import { packagingMaterialsBlock } from './blocks/packaging-materials.ts';
import { parametersBlock } from './blocks/parameters.ts';
import { relatedProductsBlock, replacementProductsBlock } from './blocks/related-products.ts';
import { replacementHistoryBlock } from './blocks/replacement-history.ts';
import { stockBlocks } from './blocks/stock.ts';
import { variationsBlock } from './blocks/variations.ts';
import { filtersOfInput, indexTrees, searchName } from './filters.ts';
import { productOrders } from './orders.ts';

type Input = InputOf<typeof calls.getProducts>;

/** More products than this are nobody's answer: what a search that has no pages says of how many there are. */
const meaninglessTotal = 1_000_000;

/** Products that one of some stages finds: the first stage with hits decides. */
async function firstFound(account: Account, stages: readonly Filter[][]): Promise<Selection> {
  let found: Selection = listedSelection([]);
  for (const filters of stages) {
    const query = { filters, order: productOrders.productID, direction: 'asc' } as const;
    found = await account.finder('products').find(query);
    if (found.total > 0) break;
  }
  return found;
}

/** The combinations of codes and name that are tried for the best match, in Erply's order. */
const bestMatches = [
  ['code', 'code2', 'name'],
  ['code', 'code2'],
  ['code2', 'name'],
  ['code2'],
  ['code', 'name'],
  ['code'],
  ['name'],
] as const;

function bestMatchStages(account: Account, input: Input): Filter[][] {
  const { parentProductID } = input;
  const sent = bestMatches.filter((fields) => fields.every((field) => (input[field] ?? '') !== ''));
  return sent.map((fields) =>
    filtersOfInput(account, {
      ...Object.fromEntries(fields.map((field) => [field, input[field]])),
      ...(parentProductID === undefined ? {} : { parentProductID }),
    }),
  );
}

/** A search that needs no whole words: codes that are equal, else codes that begin so and names that have it in them. */
function incrementalStages(account: Account, input: Input, phrase: string): Filter[][] {
  const { base } = account.finder('products');
  const { searchNameIncrementally: _, code: __, code2: ___, ...others } = input;
  const rest = filtersOfInput(account, others);
  return [
    [...filtersOfInput(account, { code: phrase }), ...rest],
    [...filtersOfInput(account, { code2: phrase }), ...rest],
    [searchName(base, phrase, input.searchCodeFromMiddle === 1), ...rest],
  ];
}

/** The request asks what a location has, so that it has to exist. */
const isOfOneWarehouse = (input: Input) =>
  input.getProductsFor !== undefined ||
  input.getOnlyItemsInStock === 1 ||
  input.quickPosProducts === 1 ||
  input.getWarehouseSpecificVAT === 1;

function choose(account: Account, input: Input): Promise<Selection> {
  if (input.findBestMatch === 1) return firstFound(account, bestMatchStages(account, input));
  const { orderBy = 'changed', orderByDir = 'desc' } = input;
  const filters = filtersOfInput(account, input);
  return account.finder('products').find({ filters, order: productOrders[orderBy], direction: orderByDir });
}

function filesBlock(account: Account): (record: Row) => Row {
  const table = account.table('products');
  const lookup = (name: string) => account.table(name);
  return (record) => ({ relatedFiles: [], ...childrenOf(record, { table, field: 'relatedFiles', lookup }) });
}

/** The longest page, which a switch shortens; stock on it makes it shorter still. */
function longestProductPage({ account, call }: CallContext, input: Input): number {
  const { getProductsMax, getProductsMaxWithStock } = account.switches;
  return Math.min(
    input.getStockInfo === 1 ? getProductsMaxWithStock : longestPage(call, input),
    getProductsMax,
  );
}

/** What the request asks for beside the card. */
function blocksOf(context: CallContext, input: Input): ((record: Row) => Row) | undefined {
  const { account, language } = context;
  const blocks: ((record: Row) => Row)[] = [];
  if (input.getStockInfo === 1 || input.getFIFOCost === 1) {
    const warehouseIDs = stockWarehouses(account, { warehouseID: input.warehouseID });
    blocks.push((record) =>
      stockBlocks(account, { productID: Number(record.productID), warehouseIDs, input }),
    );
  }
  if (input.getMatrixVariations === 1) blocks.push(variationsBlock(account, language));
  if (input.getPackageInfo === 1) blocks.push(packagesBlock(account, language));
  if (input.getParameters === 1) blocks.push(parametersBlock(account));
  if (input.getRecipes === 1) blocks.push(({ productComponents }) => ({ productComponents }));
  if (input.getPriceListPrices === 1) blocks.push(pricesBlock(account, input));
  if (input.getContainerInfo === 1) blocks.push(containerBlock(account, language));
  if (input.getReplacementProducts === 1) blocks.push(replacementProductsBlock(account));
  if (input.getRelatedProducts === 1) blocks.push(relatedProductsBlock(account));
  if (input.getPackagingMaterials === 1) blocks.push(packagingMaterialsBlock);
  if (input.getWarehouseSpecificVAT === 1) blocks.push(locationTaxBlock(account, input.warehouseID));
  if (input.getRelatedFiles === 1) blocks.push(filesBlock(account));
  if (input.getProductReplacementHistory === 1) blocks.push(replacementHistoryBlock(account));
  if (input.getAllLanguages === 1) blocks.push(allNamesBlock(account, 'products'));
  if (blocks.length === 0) return undefined;
  return (record) => Object.assign({}, ...blocks.map((block) => block(record)));
}

export const getProducts: Handler<typeof calls.getProducts> = async (context, input) => {
  userOf(context);
  const { account, call, language } = context;
  if (isOfOneWarehouse(input)) stockWarehouses(account, { warehouseID: input.warehouseID });
  await indexTrees(account, input);
  const phrase = input.searchNameIncrementally ?? '';
  const chosen =
    phrase === ''
      ? await choose(account, input)
      : await firstFound(account, incrementalStages(account, input, phrase));
  // Searched so, pages and order are ignored.
  const page =
    phrase === ''
      ? pageOf(call, input, { switches: account.switches, max: longestProductPage(context, input) })
      : { offset: 0, size: chosen.total };
  const records = await encodeRecords({
    account,
    tableName: 'products',
    ids: chosen.ids(page.offset, page.size),
    language,
    addBlocks: blocksOf(context, input),
  });
  return { recordsTotal: phrase === '' ? chosen.total : meaninglessTotal, records };
};
