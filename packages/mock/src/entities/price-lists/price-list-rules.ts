import { grossPrice, phpRound } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { locationTax } from '../vat-rates/location-tax.ts';

/** The discounts on groups that a list keeps itself; one live account had them in whole percents (discountPercentDecimals). */
export function discountRules(account: Account, list: Row): readonly Row[] {
  const rules = (list.pricelistRules ?? []) as readonly Row[];
  const decimals = account.switches.discountPercentDecimals;
  if (decimals === 'asSent') return rules;
  return rules.map((rule) =>
    rule.discountPercent === undefined
      ? rule
      : { ...rule, discountPercent: phpRound(Number(rule.discountPercent), decimals) },
  );
}

/** What a rule about a product says beside its net price. */
export type PriceDetail = (productID: unknown, net: number) => Row;

/** Prices with the tax of the product's group at the location, else with that of the product's card. */
export function grossPrices(account: Account, warehouseID: number | undefined): PriceDetail {
  const products = account.table('products');
  const vatRates = account.table('vatRates');
  const taxOf = locationTax(account, warehouseID);
  return (productID, net) => {
    const product = products.get(Number(productID)) ?? {};
    const own = vatRates.get(product.vatrateID ?? 0)?.rate;
    return { priceWithVat: grossPrice(net, taxOf(product) ?? own ?? 0) };
  };
}

/** The rules of a list: prices of products from its rows, then discounts on groups. */
export function priceListRules(account: Account, list: Row, detail: PriceDetail = () => ({})): Row[] {
  const table = account.table('pricelistProducts');
  const hasAmounts = account.hasModule('quantityPriceLists');
  const prices = table.find('priceListID', list.pricelistID).map((id) => {
    const { productID, price = 0, amount = 0 } = table.get(id) ?? {};
    const rule = { type: 'PRODUCT', id: productID, price, ...detail(productID, price) };
    return hasAmounts ? { ...rule, amount } : rule;
  });
  return [...prices, ...discountRules(account, list)];
}
