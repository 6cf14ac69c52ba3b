import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type CallContext, type Handler, userOf } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import { refuse } from '../../wire/refusal.ts';

type Rule = NonNullable<InputOf<typeof calls.saveSupplierPriceList>['pricelistRules']>[number];

/** 1078, 1011 and 1014: an amount without the module, a product that does not exist, or less than nothing. */
function checkRules(account: Account, rules: readonly Rule[]): void {
  const products = account.table('products');
  for (const [index, { productID, price, amount }] of rules.entries()) {
    const refuseCell = (code: number, name: string) => refuse(code, `${name}${index + 1}`);
    if (amount !== undefined && !account.hasModule('quantityPriceLists')) refuseCell(1078, 'amount');
    if (!products.has(productID)) refuseCell(1011, 'productID');
    if (price < 0) refuseCell(1014, 'price');
    if ((amount ?? 0) < 0) refuseCell(1014, 'amount');
  }
}

/** Saves prices as rows of the list: one that is there for the product and amount takes the new price. */
function savePrices(context: CallContext, supplierPriceListID: number, rules: readonly Rule[]): void {
  const { account } = context;
  const user = userOf(context);
  const tableName = 'supplierPriceListProducts';
  const table = account.table(tableName);
  const keyOf = (productID: unknown, amount: unknown) => `${productID} ${amount ?? 0}`;
  const rows = new Map(
    table.find('supplierPriceListID', supplierPriceListID).map((id) => {
      const row = table.get(id) ?? {};
      return [keyOf(row.productID, row.amount), id];
    }),
  );
  for (const { productID, price, amount = 0 } of rules) {
    const known = rows.get(keyOf(productID, amount));
    if (known !== undefined) account.update(tableName, { id: known, fields: { price }, user });
    else {
      const id = account.insert(tableName, { supplierPriceListID, productID, price, amount }, user);
      rows.set(keyOf(productID, amount), id);
    }
  }
}

/** Makes a supplier's price list, or edits one; its prices are merged with those that it has. */
export const saveSupplierPriceList: Handler<typeof calls.saveSupplierPriceList> = (context, input) => {
  const { pricelistRules: rules = [], ...header } = input;
  checkRules(context.account, rules);
  const id = saveRecord(context, header);
  savePrices(context, id, rules);
  return savedAnswer(context.call, id);
};
