import type { calls } from '@erply-kit/schemas';

import { fileLink } from '../../generic/csv-file.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { revenueTypes } from '../sales-documents/revenue-types.ts';
import { currencyRate } from './currency-rate.ts';
import { documentIDs, documentRows } from './document-rows.ts';
import { beginReport } from './one-report.ts';
import { indexProductGroups } from './product-choice.ts';
import { reportLines } from './report-lines.ts';
import { saleFigures } from './sale-figures.ts';
import { choosesRows, salesReportTest } from './sales-report-filter.ts';
import { salesReports } from './sales-report-plans.ts';

/** The link to a file of what was sold: the file is made while it is read. */
export const getSalesReport: Handler<typeof calls.getSalesReport> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const { reportType, dateStart: from, dateEnd: to } = input;
  const { isOfDocuments = false, ...subject } =
    salesReports[reportType]?.(account) ??
    refuse(1016, 'reportType', `getSalesReport: ${reportType} is not served yet`);
  const rate = currencyRate(account, input.currencyCode);
  const end = beginReport(account);
  try {
    await indexProductGroups(account, input);
    const ids = await documentIDs(account, { table: 'salesDocuments', types: revenueTypes, from, to });
    const plan = {
      ...subject,
      lineNumber: '' as const,
      separator: account.table('confParameters').get(1)?.csv_field_separator || ';',
      substitute: account.switches.reportLatin1Substitute,
      figures: saleFigures(account, {
        ...{ rate, hasCosts: input.getCOGS === 1 },
        isOfDocuments: isOfDocuments && !choosesRows(input),
      }),
    };
    const rows = documentRows(account, { table: 'salesDocuments', ids }, salesReportTest(account, input));
    return await fileLink(context, reportLines(plan, rows), end);
  } catch (error) {
    end();
    throw error;
  }
};
