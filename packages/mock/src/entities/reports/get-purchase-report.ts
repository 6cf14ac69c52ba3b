import { type calls, type InputOf, phpRound } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { fileLink } from '../../generic/csv-file.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { currencyRate } from './currency-rate.ts';
import { type DocumentRow, documentIDs, documentRows } from './document-rows.ts';
import { beginReport } from './one-report.ts';
import { indexProductGroups, productTest } from './product-choice.ts';
import { purchaseReports, stockTest } from './purchase-reports.ts';
import { type Figure, reportLines } from './report-lines.ts';

type Input = InputOf<typeof calls.getPurchaseReport>;

/** Goods that were received: an invoice receives them unless a waybill did. */
const receivingTypes = ['PRCINVOICE', 'CASHPRCINVOICE', 'PRCWAYBILL', 'PRCRETURN'];

/** What is to be paid, where waybills receive and invoices of their own are paid. */
const payableTypes = ['PRCINVOICE', 'CASHPRCINVOICE', 'PRCINVOICEONLY', 'PRCRETURN'];

function typesOf(account: Account, { getAccountsPayableReport }: Input): readonly string[] {
  const hasWaybills = account.table('confParameters').get(1)?.use_purchase_waybills === 1;
  return hasWaybills && getAccountsPayableReport === 1 ? payableTypes : receivingTypes;
}

/** The net total of a row, in cents of its document's currency. */
const netOf = ({ price, discount, amount }: DocumentRow['row']) =>
  phpRound(roundAmount(Number(price ?? 0) * (1 - Number(discount ?? 0) / 100)) * Number(amount ?? 0), 2);

function figuresOf(rate: number): Figure<DocumentRow>[] {
  return [
    { name: 'UNITS_PURCHASED', kind: 'quantity', valueOf: ({ row }) => Number(row.amount ?? 0) },
    {
      name: 'NET_PURCHASE_TOTAL',
      kind: 'money',
      valueOf: ({ document, row }) => roundAmount((netOf(row) * Number(document.currencyRate ?? 1)) / rate),
    },
  ];
}

function testOf(account: Account, input: Input): (bought: DocumentRow) => boolean {
  const { productID, productGroupID, categoryID, priorityGroupID, brandID } = input;
  const isOfProduct = productTest(account, {
    productID,
    productGroupID,
    categoryID,
    priorityGroupID,
    brandID,
  });
  const isOfKind = stockTest(account, input.productType ?? 'ALL');
  const { warehouseID, supplierID, includeServices } = input;
  return (bought) => {
    const { document, row } = bought;
    if (warehouseID !== undefined && document.warehouseID !== warehouseID) return false;
    if (supplierID !== undefined && document.supplierID !== supplierID) return false;
    if (includeServices !== 1 && Number(row.serviceID ?? 0) > 0) return false;
    return isOfProduct(row) && isOfKind(bought);
  };
}

/** The link to a file of what was bought: the file is made while it is read. */
export const getPurchaseReport: Handler<typeof calls.getPurchaseReport> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const { reportType, dateStart: from, dateEnd: to } = input;
  const subject = purchaseReports[reportType]?.(account) ?? refuse(1016, 'reportType');
  const rate = currencyRate(account, input.currencyCode);
  const end = beginReport(account);
  try {
    await indexProductGroups(account, input);
    const table = 'purchaseDocuments';
    const ids = await documentIDs(account, { table, types: typesOf(account, input), from, to });
    const plan = {
      ...subject,
      lineNumber: 'LINE_NUMBER' as const,
      separator: ';',
      substitute: account.switches.reportLatin1Substitute,
      figures: figuresOf(rate),
    };
    const rows = documentRows(account, { table, ids }, testOf(account, input));
    return await fileLink(context, reportLines(plan, rows), end);
  } catch (error) {
    end();
    throw error;
  }
};
