import { calls, type InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { changedFrom, firstSecond } from '../../generic/list-filters.ts';
import { readInSlices } from '../../generic/read-in-slices.ts';
import { byNumber } from '../../query/order.ts';
import type { Row } from '../../store/row.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { refuse } from '../../wire/refusal.ts';

type Input = InputOf<typeof calls.getProductPricesInPriceLists>;

/** Rows that the input names, all where it only says since when: 1010 where it says nothing. */
function namedRows(account: Account, input: Input): readonly number[] | undefined {
  const table = account.table('pricelistProducts');
  const { productID, productIDs, priceListProductID, changedSince } = input;
  if (productID !== undefined && !account.table('products').has(productID)) refuse(1011, 'productID');
  const products = productID === undefined ? productIDs : [productID, ...(productIDs ?? [])];
  if (products !== undefined) return [...new Set(products)].flatMap((id) => table.find('productID', id));
  if (priceListProductID !== undefined) return table.has(priceListProductID) ? [priceListProductID] : [];
  return changedSince === undefined ? refuse(1010, 'productID') : undefined;
}

/** Those of the named rows, or of all, that were added or changed since. */
async function chosenRows(account: Account, input: Input): Promise<readonly number[]> {
  const named = namedRows(account, input);
  const { changedSince } = input;
  if (named !== undefined && changedSince === undefined) return named;
  const finder = account.finder('pricelistProducts');
  const filters =
    changedSince === undefined ? [] : [changedFrom(finder.base, firstSecond(account, changedSince))];
  if (named !== undefined) return finder.among(named, filters);
  const order = byNumber(finder.base.base.definition.key);
  const found = await finder.find({ filters, order, direction: 'asc' });
  return found.ids(0, found.total);
}

/** In which price lists products are. */
export const getProductPricesInPriceLists: Handler<typeof calls.getProductPricesInPriceLists> = async (
  context,
  input,
) => {
  userOf(context);
  const { account, language } = context;
  const { active = 1, priceListProductID } = input;
  const hasAmounts = account.hasModule('quantityPriceLists');
  const write = recordWriter(calls.getProductPricesInPriceLists.result.list);
  const table = account.table('pricelistProducts');
  await table.index('productID');
  const records: string[] = [];
  await readInSlices(account, await chosenRows(account, input), (id) => {
    const row: Row | undefined = table.get(id);
    if (row === undefined) return;
    const list = account.records('priceLists').record(Number(row.priceListID), language) ?? {};
    const isShown =
      (active === 0 || list.active === 1) && (priceListProductID === undefined || id === priceListProductID);
    const { amount = 0, ...others } = row;
    const price = { ...others, pricelistID: row.priceListID, pricelistName: list.name };
    if (isShown) records.push(write({ ...price, ...(hasAmounts ? { amount } : {}) }));
  });
  return { recordsTotal: records.length, records };
};
