import { type calls, grossPrice, type InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { stockWarehouses } from '../stock/stock-selection.ts';
import { checkCustomer } from './customer-price-lists.ts';
import { dayOf, priceCalculator } from './price-calculator.ts';

type Input = InputOf<typeof calls.getProducts>;

/** Prices after the price lists of the location and the customer, and how they came about. */
export function pricesBlock(account: Account, input: Input): (record: Row) => Row {
  const { warehouseID = 0, clientID = 0, getPriceCalculationSteps } = input;
  if (warehouseID !== 0) stockWarehouses(account, { warehouseID });
  checkCustomer(account, clientID);
  const priceOf = priceCalculator(account, { warehouseID, clientID, day: dayOf(account.now()) });
  return (record) => {
    const { price, steps } = priceOf(record);
    return {
      priceListPrice: price,
      priceListPriceWithVat: grossPrice(price, Number(record.vatrate ?? 0)),
      ...(getPriceCalculationSteps === 1 ? { priceCalculationSteps: steps } : {}),
    };
  };
}
