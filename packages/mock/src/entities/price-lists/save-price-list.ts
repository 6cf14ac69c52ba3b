import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type CallContext, type Handler, userOf } from '../../generic/handler.ts';
import { saveRecord } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

type Input = InputOf<typeof calls.savePriceList>;
type Rule = NonNullable<Input['pricelistRules']>[number];

/** 1078, 1010 and 1014: an amount without the module, a rule without its price or discount, or a negative price. */
function checkRules(account: Account, rules: readonly Rule[]): void {
  for (const [index, { type, price, discountPercent, amount }] of rules.entries()) {
    const refuseCell = (code: number, name: string) => refuse(code, `${name}${index + 1}`);
    if (amount !== undefined && !account.hasModule('quantityPriceLists')) refuseCell(1078, 'amount');
    if (type === 'PRODGROUP' && discountPercent === undefined) refuseCell(1010, 'discountPercent');
    if (type !== 'PRODGROUP' && price === undefined) refuseCell(1010, 'price');
    if ((price ?? 0) < 0) refuseCell(1014, 'price');
    if ((amount ?? 0) < 0) refuseCell(1014, 'amount');
  }
}

/** The thing that a rule is about exists. The fake has no services. */
function isStorable(account: Account, { type, id }: Rule): boolean {
  if (type === 'SERVICE') return false;
  return account.table(type === 'PRODUCT' ? 'products' : 'productGroups').has(id);
}

/** The discounts on groups that a list has after a save. */
function mergedDiscounts(before: readonly Row[], saved: readonly Rule[]): readonly Row[] {
  const rules = new Map(before.map((rule) => [`${rule.type} ${rule.id}`, rule]));
  for (const { type, id, discountPercent } of saved)
    rules.set(`${type} ${id}`, { type, id, discountPercent });
  return [...rules.values()];
}

/** Saves prices of products as rows of the list: one that is there for the product and amount takes the new price. */
function savePrices(context: CallContext, priceListID: number, saved: readonly Rule[]): void {
  const { account } = context;
  const user = userOf(context);
  const table = account.table('pricelistProducts');
  const keyOf = (productID: unknown, amount: unknown) => `${productID} ${amount ?? 0}`;
  const rows = new Map(
    table.find('priceListID', priceListID).map((id) => {
      const row = table.get(id) ?? {};
      return [keyOf(row.productID, row.amount), id];
    }),
  );
  for (const { id: productID, price, amount = 0 } of saved) {
    const known = rows.get(keyOf(productID, amount));
    if (known !== undefined) account.update('pricelistProducts', { id: known, fields: { price }, user });
    else {
      const id = account.insert('pricelistProducts', { priceListID, productID, price, amount }, user);
      rows.set(keyOf(productID, amount), id);
    }
  }
}

/** Makes a price list, or edits one; its rules are merged with those that it has. */
export const savePriceList: Handler<typeof calls.savePriceList> = (context, input) => {
  const { account } = context;
  const { pricelistRules: rules = [], ...header } = input;
  checkRules(account, rules);
  const storable = rules.filter((rule) => isStorable(account, rule));
  const skipped = rules.filter((rule) => !storable.includes(rule));
  const before = account.table('priceLists').get(input.pricelistID ?? 0)?.pricelistRules ?? [];
  const discounts = storable.filter(({ type }) => type === 'PRODGROUP');
  const merged = mergedDiscounts(before, discounts);
  const id = saveRecord(context, discounts.length === 0 ? header : { ...header, pricelistRules: merged });
  savePrices(
    context,
    id,
    storable.filter(({ type }) => type === 'PRODUCT'),
  );
  const itemsNotAddedToPriceList = skipped.map((rule) => ({ type: rule.type, id: rule.id }));
  return { recordsTotal: 1, records: [phpJson({ pricelistID: id, itemsNotAddedToPriceList })] };
};
