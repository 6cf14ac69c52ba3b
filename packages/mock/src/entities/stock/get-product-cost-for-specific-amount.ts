import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { hasStock, stockOf } from './stock.ts';
import { costOfUnits } from './stock-history.ts';

/** What units cost that are about to leave, each line by itself. */
export const getProductCostForSpecificAmount: Handler<typeof calls.getProductCostForSpecificAmount> = (
  context,
  { warehouseID, rows },
) => {
  userOf(context);
  const { account } = context;
  if (!account.table('warehouses').has(warehouseID)) refuse(1011, 'warehouseID');
  const { ledger } = stockOf(account);
  const records = rows.map(({ productID, amount }, index) => {
    if (!hasStock(account, productID)) refuse(1011, `productID${index + 1}`);
    const stock = ledger.warehouseStock(productID, warehouseID);
    return phpJson({
      productID,
      amount,
      cost: costOfUnits(stock, amount),
      amountActuallyInStock: stock.amount,
      costIsPreliminary: stock.amount < amount ? 1 : 0,
    });
  });
  return { recordsTotal: records.length, records };
};
