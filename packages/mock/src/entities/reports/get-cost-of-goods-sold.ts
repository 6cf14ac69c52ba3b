import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { readInSlices } from '../../generic/read-in-slices.ts';
import { revenueTypes } from '../sales-documents/revenue-types.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { documentIDs, documentRows } from './document-rows.ts';
import { rowCost } from './sale-figures.ts';

/** The sold rows of a period with what their goods cost, by day and document. */
export const getCostOfGoodsSold: Handler<typeof calls.getCostOfGoodsSold> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const { dateFrom: from, dateTo: to } = input;
  const ids = await documentIDs(account, { table: 'salesDocuments', types: revenueTypes, from, to });
  const costOf = rowCost(account);
  const records: string[] = [];
  await readInSlices(
    account,
    documentRows(account, { table: 'salesDocuments', ids }, () => true),
    (sold) => {
      if (sold === undefined) return;
      const { document, row } = sold;
      const rate = Number(document.currencyRate ?? 1);
      records.push(
        phpJson({
          date: document.date ?? '',
          invID: document.id,
          invNo: document.number ?? '0',
          wrhID: document.warehouseID ?? 0,
          prodID: row.productID ?? 0,
          amount: row.amount ?? 0,
          price: roundAmount(Number(row.rowNetTotal ?? 0) * rate),
          cost: costOf(sold),
        }),
      );
    },
  );
  return { recordsTotal: records.length, records };
};
