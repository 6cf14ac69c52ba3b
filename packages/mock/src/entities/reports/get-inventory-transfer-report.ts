import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { fileLink } from '../../generic/csv-file.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { currencyRate } from './currency-rate.ts';
import { type DocumentRow, documentIDs, documentRows } from './document-rows.ts';
import { beginReport } from './one-report.ts';
import { productTest } from './product-choice.ts';
import { type Figure, reportLines } from './report-lines.ts';
import { productCells, type ReportSubject, textOf } from './sales-report-plans.ts';

const table = 'inventoryTransfers';

function subjectOf(account: Account): ReportSubject {
  const location = (id: unknown) => [Number(id ?? 0), textOf(account, 'warehouses', id)('name')];
  return {
    labels: [
      ...['TRANSFER_ID', 'TRANSFER_NUMBER', 'TYPE', 'DATE', 'WAREHOUSE_FROM_ID', 'WAREHOUSE_FROM_NAME'],
      ...['WAREHOUSE_TO_ID', 'WAREHOUSE_TO_NAME', 'PRODUCT_ID', 'PRODUCT_CODE', 'PRODUCT_NAME'],
    ],
    labelsOf: ({ document, row }) => [
      Number(document.inventoryTransferID),
      Number(document.inventoryTransferNo ?? 0),
      String(document.type ?? ''),
      String(document.date ?? ''),
      ...location(document.warehouseFromID),
      ...location(document.warehouseToID),
      ...productCells(account, row),
    ],
  };
}

function figuresOf(rate: number): Figure<DocumentRow>[] {
  const total = ({ document, row: { price, amount } }: DocumentRow) =>
    (Number(price ?? 0) * Number(amount ?? 0) * Number(document.currencyRate ?? 1)) / rate;
  return [
    { name: 'AMOUNT', kind: 'quantity', valueOf: ({ row }) => Number(row.amount ?? 0) },
    { name: 'TOTAL_PRICE', kind: 'money', valueOf: (moved) => roundAmount(total(moved)) },
  ];
}

/** The link to a file of what was moved between locations: the file is made while it is read. */
export const getInventoryTransferReport: Handler<typeof calls.getInventoryTransferReport> = async (
  context,
  input,
) => {
  userOf(context);
  const { account } = context;
  const { type, dateStart: from, dateEnd: to, warehouseFromID, warehouseToID, supplierID } = input;
  const rate = currencyRate(account, input.currencyCode);
  const end = beginReport(account);
  try {
    const types = type === undefined ? ['TRANSFER', 'TRANSFER_ORDER'] : [type];
    const ids = await documentIDs(account, { table, types, from, to });
    const isOfProduct = productTest(account, { supplierID });
    const isChosen = ({ document, row }: DocumentRow) =>
      (warehouseFromID === undefined || document.warehouseFromID === warehouseFromID) &&
      (warehouseToID === undefined || document.warehouseToID === warehouseToID) &&
      isOfProduct(row);
    const plan = {
      ...subjectOf(account),
      lineNumber: 'LINE_NUMBER' as const,
      separator: ';',
      substitute: account.switches.reportLatin1Substitute,
      figures: figuresOf(rate),
    };
    return await fileLink(context, reportLines(plan, documentRows(account, { table, ids }, isChosen)), end);
  } catch (error) {
    end();
    throw error;
  }
};
