import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { checkCurrency } from './check-purchase.ts';
import { withUnitCosts } from './purchase-costs.ts';

/** Says what freight and the like of a document cost. */
export const updatePurchaseDocumentAdditionalCosts: Handler<
  typeof calls.updatePurchaseDocumentAdditionalCosts
> = (context, input) => {
  const { account } = context;
  const { id, sum, currencyRate, dividedBy } = input;
  const before: Row = account.table('purchaseDocuments').get(id) ?? refuse(1011, 'id');
  if (!input.currencyCode) refuse(1010, 'currencyCode');
  checkCurrency(account, input);
  const costs = {
    additionalCosts: roundAmount(sum * currencyRate),
    additionalCostsDividedBy: dividedBy,
  };
  const fields = { ...costs, rows: withUnitCosts(account, { ...before, ...costs }) };
  account.update('purchaseDocuments', { id, fields, user: userOf(context) });
  return { recordsTotal: 1, records: [`{"invoiceID":${id}}`] };
};
