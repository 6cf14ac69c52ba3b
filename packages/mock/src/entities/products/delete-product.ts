import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { stockOf } from '../stock/stock.ts';

/** Deletes a product that stands in no document (1063 otherwise: archive it instead). */
export const deleteProduct: Handler<typeof calls.deleteProduct> = (context, input) => {
  const { account } = context;
  if (!account.table('products').has(input.productID)) refuse(1011, 'productID');
  if (stockOf(account).ledger.hasTransactions(input.productID)) refuse(1063);
  account.remove('products', input.productID, userOf(context));
  return { recordsTotal: 0, records: [] };
};
