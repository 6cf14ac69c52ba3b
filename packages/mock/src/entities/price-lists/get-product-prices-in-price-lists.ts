import { calls, type InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { isChangedSince } from '../../generic/list.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { refuse } from '../../wire/refusal.ts';

type Input = InputOf<typeof calls.getProductPricesInPriceLists>;

/** Rows that the input names, all where it only says since when: 1010 where it says nothing. */
function namedRows(account: Account, input: Input): readonly number[] {
  const table = account.table('pricelistProducts');
  const { productID, productIDs, priceListProductID, changedSince } = input;
  if (productID !== undefined && !account.table('products').has(productID)) refuse(1011, 'productID');
  const products = productID === undefined ? productIDs : [productID, ...(productIDs ?? [])];
  if (products !== undefined) return [...new Set(products)].flatMap((id) => table.find('productID', id));
  if (priceListProductID !== undefined) return table.has(priceListProductID) ? [priceListProductID] : [];
  return changedSince === undefined ? refuse(1010, 'productID') : [...table.ids()];
}

/** In which price lists products are. */
export const getProductPricesInPriceLists: Handler<typeof calls.getProductPricesInPriceLists> = (
  context,
  input,
) => {
  userOf(context);
  const { account, language } = context;
  const { active = 1, changedSince, priceListProductID } = input;
  const isInclusive = account.switches.changedSinceInclusive === 'yes';
  const hasAmounts = account.hasModule('quantityPriceLists');
  const write = recordWriter(calls.getProductPricesInPriceLists.result.list);
  const records = namedRows(account, input).flatMap((id) => {
    const row = account.table('pricelistProducts').get(id) ?? {};
    const list = account.encoded('priceLists').record(Number(row.priceListID), language) ?? {};
    const isShown =
      (active === 0 || list.active === 1) &&
      (priceListProductID === undefined || id === priceListProductID) &&
      (changedSince === undefined || isChangedSince(row, changedSince, isInclusive));
    const { amount = 0, ...others } = row;
    const price = { ...others, pricelistID: row.priceListID, pricelistName: list.name };
    return isShown ? [write({ ...price, ...(hasAmounts ? { amount } : {}) })] : [];
  });
  return { recordsTotal: records.length, records };
};
