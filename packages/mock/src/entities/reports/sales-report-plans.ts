import type { Account } from '../../account/account.ts';
import type { Cell } from '../../generic/csv-file.ts';
import type { Row } from '../../store/row.ts';
import type { ChosenRow } from './document-rows.ts';
import type { ReportPlan } from './report-lines.ts';

/** What the lines of a report are about. */
export interface ReportSubject extends Pick<ReportPlan<ChosenRow>, 'labels' | 'labelsOf' | 'keyOf'> {
  /** A line is about whole documents: their sums are added, not those of their rows. */
  readonly isOfDocuments?: true;
}

/** A text of a record of another table; "" where there is none. */
export function textOf(account: Account, table: string, id: unknown): (field: string) => string {
  const record: Row | undefined = account.table(table).get(Number(id ?? 0));
  return (field) => String(record?.[field] ?? '');
}

/** Code and name of the product of a row; a text has its own name. */
export function productCells(account: Account, row: Row): readonly Cell[] {
  const product = textOf(account, 'products', row.productID);
  const isText = Number(row.productID ?? 0) === 0;
  return [Number(row.productID ?? 0), product('code'), isText ? String(row.itemName ?? '') : product('name')];
}

const customerCells = (account: Account, { clientID }: Row): readonly Cell[] => [
  Number(clientID ?? 0),
  textOf(account, 'customers', clientID)('fullName'),
];

const invoiceCells = (document: Row): readonly Cell[] =>
  ['id', 'number', 'type', 'date'].map((field) => (document[field] ?? '') as Cell);

const invoiceLabels = ['INVOICE_ID', 'INVOICE_NUMBER', 'INVOICE_TYPE', 'DATE'];
const customerLabels = ['CUSTOMER_ID', 'CUSTOMER_NAME'];
const productLabels = ['PRODUCT_ID', 'PRODUCT_CODE', 'PRODUCT_NAME'];

/** The reports that are served, by their type; names of columns are inferred but for a few. */
export const salesReports: Readonly<Record<string, (account: Account) => ReportSubject>> = {
  SALES_BY_DATE: () => ({
    isOfDocuments: true,
    labels: ['DATE'],
    labelsOf: ({ document }) => [String(document.date ?? '')],
    keyOf: ({ document }) => String(document.date ?? ''),
  }),
  SALES_BY_PRODUCT: (account) => ({
    labels: productLabels,
    labelsOf: ({ row }) => productCells(account, row),
    // All texts together are one line.
    keyOf: ({ row }) => Number(row.productID ?? 0),
  }),
  SALES_BY_WAREHOUSE: (account) => ({
    isOfDocuments: true,
    labels: ['WAREHOUSE_ID', 'WAREHOUSE_NAME'],
    labelsOf: ({ document: { warehouseID } }) => [
      Number(warehouseID ?? 0),
      textOf(account, 'warehouses', warehouseID)('name'),
    ],
    keyOf: ({ document }) => Number(document.warehouseID ?? 0),
  }),
  SALES_BY_INVOICE: (account) => ({
    isOfDocuments: true,
    labels: [...invoiceLabels, ...customerLabels],
    labelsOf: ({ document }) => [...invoiceCells(document), ...customerCells(account, document)],
    keyOf: ({ document }) => Number(document.id),
  }),
  SALES_BY_INVOICE_ROWS: (account) => ({
    labels: [...invoiceLabels, ...customerLabels, ...productLabels],
    labelsOf: ({ document, row }) => [
      ...invoiceCells(document),
      ...customerCells(account, document),
      ...productCells(account, row),
    ],
  }),
};
