import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { salesDocuments } from '../sales-documents/sales-documents.ts';
import { costOfGoods } from './cost-of-goods.ts';

/**
 * What the goods of each sold row cost, by the batches that they came from. Not paged: keep the period short. Erply cuts
 * long answers, nobody says where; the fake does not cut them.
 *
 * @deprecated Erply recommends instead: Reports API GET /v1/generated-reports/cogs-invoice-rows.
 */
export const getCostOfGoodsSold = defineCall({
  name: 'getCostOfGoodsSold',
  docs: 'https://learn-api.erply.com/requests/getcostofgoodssold',
  effect: 'read',
  table: salesDocuments,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only sales of that day or later. */
    dateFrom: isoDate.optional(),
    /** Only sales of that day or earlier. */
    dateTo: isoDate.optional(),
  }),
  result: { list: costOfGoods },
  errors: [1060],
  loggable: ['dateFrom', 'dateTo'],
  deprecated: 'Reports API GET /v1/generated-reports/cogs-invoice-rows',
  evidence:
    'Documented; no answer was captured. That it is sorted by day and document, is in the currency of the account, and has no rows of gift cards or waybills apart, is inferred.',
});
