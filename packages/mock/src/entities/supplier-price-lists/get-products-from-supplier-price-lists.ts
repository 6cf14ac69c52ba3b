import { calls, type InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import type { Row } from '../../store/row.ts';
import { recordWriter } from '../../wire/record-writer.ts';

type Input = InputOf<typeof calls.getProductsFromSupplierPriceLists>;
type Bound = string | null | undefined;

/** The day is within bounds; one that is open always is. */
const isWithin = (day: unknown, from: Bound, to: Bound) =>
  typeof day !== 'string' || (day >= (from ?? day) && day <= (to ?? day));

function isAsked(list: Row, input: Input): boolean {
  const { activePriceList: active } = input;
  return (
    (active === undefined || (list.active ?? 0) === active) &&
    isWithin(list.startDate, input.priceListStartDateFrom, input.priceListStartDateTo) &&
    isWithin(list.endDate, input.priceListEndDateFrom, input.priceListEndDateTo)
  );
}

/** A row with what is known of its list, its product and the supplier. */
function recordOf(account: Account, row: Row, list: Row): Row {
  const supplier = account.table('suppliers').get(Number(list.supplierID ?? 0)) ?? {};
  const product = account.table('products').get(Number(row.productID)) ?? {};
  const hasAmounts = account.hasModule('quantityPriceLists');
  return {
    productID: row.productID,
    productCode: product.code,
    productPrice: row.price,
    productAmount: hasAmounts ? (row.amount ?? 0) : undefined,
    productSupplierCode: row.supplierCode,
    productMasterPackQuantity: row.masterPackQuantity,
    productMinimumOrderQuantity: row.minimumOrderQuantity,
    productImportCode: row.importCode,
    productCountryID: row.countryID,
    productNotes: row.notes,
    supplierID: list.supplierID,
    supplierName: supplier.fullName,
    supplierCode: supplier.code,
    supplierIntegrationCode: supplier.integrationCode,
    priceListID: list.supplierPriceListID,
    priceListName: list.name,
    priceListStartDate: list.startDate,
    priceListEndDate: list.endDate,
    isActivePriceList: list.active,
    priceListProductID: row.supplierPriceListProductID,
  };
}

/** The prices of products in all supplier price lists, by product. */
export const getProductsFromSupplierPriceLists: Handler<typeof calls.getProductsFromSupplierPriceLists> = (
  context,
  input,
) => {
  userOf(context);
  const { account } = context;
  const rows = account.table('supplierPriceListProducts');
  const lists = account.table('supplierPriceLists');
  const write = recordWriter(calls.getProductsFromSupplierPriceLists.result.list);
  const records = [...new Set(input.productIDs)].flatMap((productID) =>
    rows.find('productID', productID).flatMap((id) => {
      const row = rows.get(id) ?? {};
      const list = lists.get(row.supplierPriceListID ?? 0) ?? {};
      return isAsked(list, input) ? [write(recordOf(account, row, list))] : [];
    }),
  );
  return { recordsTotal: records.length, records };
};
