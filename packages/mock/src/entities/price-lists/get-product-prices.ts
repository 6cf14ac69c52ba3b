import { calls, grossPrice } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkCustomer } from './customer-price-lists.ts';
import { dayOf, priceCalculator } from './price-calculator.ts';

/** What the named products cost; of a list, those that do not exist are left out. */
export const getProductPrices: Handler<typeof calls.getProductPrices> = (context, input) => {
  userOf(context);
  const { account } = context;
  const { productID, productIDs, warehouseID = 0, clientID = 0, getPriceCalculationSteps } = input;
  const products = account.table('products');
  if (productID === undefined && productIDs === undefined) refuse(1010, 'productID');
  if (productID !== undefined && !products.has(productID)) refuse(1011, 'productID');
  if (warehouseID !== 0 && !account.table('warehouses').has(warehouseID)) refuse(1011, 'warehouseID');
  checkCustomer(account, clientID);
  const named = productID === undefined ? (productIDs ?? []) : [productID, ...(productIDs ?? [])];
  const ids = [...new Set(named)].filter((id) => products.has(id));
  const vatRates = account.table('vatRates');
  const priceOf = priceCalculator(account, { warehouseID, clientID, day: dayOf(account.now()) });
  const write = recordWriter(calls.getProductPrices.result.list);
  const records = ids.map((id) => {
    const product = products.get(id) ?? {};
    const card = product.price ?? 0;
    const taxPercent = vatRates.get(product.vatrateID ?? 0)?.rate ?? 0;
    const { price, steps } = priceOf(product);
    return write({
      productID: id,
      defaultPrice: card,
      defaultPriceWithVAT: grossPrice(card, taxPercent),
      specialPrice: price,
      specialPriceWithVAT: grossPrice(price, taxPercent),
      ...(getPriceCalculationSteps === 1 ? { priceCalculationSteps: steps } : {}),
    });
  });
  return { recordsTotal: records.length, records };
};
