import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { readInSlices } from '../../generic/read-in-slices.ts';
import { stockOf } from './stock.ts';
import { stockProducts, stockWarehouses } from './stock-selection.ts';

/** What is reserved in one location. */
export const getReservedStock: Handler<typeof calls.getReservedStock> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const [warehouseID = 0] = stockWarehouses(account, input);
  const records: string[] = [];
  await readInSlices(account, await stockProducts(account, input), (productID) => {
    const amountReserved = stockOf(account).ledger.amountReserved(productID, warehouseID);
    if (amountReserved !== 0) records.push(phpJson({ productID, amountReserved }));
  });
  return { recordsTotal: records.length, records };
};
