import type { Account } from '../../account/account.ts';
import type { Cell } from '../../generic/csv-file.ts';
import type { Row } from '../../store/row.ts';
import { hasStock } from '../stock/stock.ts';
import type { DocumentRow } from './document-rows.ts';
import { productCells, type ReportSubject, textOf } from './sales-report-plans.ts';

/** A record of another table that lines are about, by its ID. */
interface OtherRecord {
  readonly table: string;
  readonly nameField: string;
  readonly labels: readonly [id: string, name: string];
  readonly idOf: (bought: DocumentRow) => number;
}

const byRecord =
  ({ table, nameField, labels, idOf }: OtherRecord) =>
  (account: Account): ReportSubject => ({
    labels,
    labelsOf: (bought) => [idOf(bought), textOf(account, table, idOf(bought))(nameField)],
    keyOf: idOf,
  });

/** A field of the product of a row that holds the ID of something that it is part of. */
const ofProduct =
  (account: Account, field: string) =>
  ({ row }: DocumentRow): number => {
    const product: Row | undefined = account.table('products').get(Number(row.productID ?? 0));
    return Number(product?.[field] ?? 0);
  };

const supplierOf = ({ document }: DocumentRow) => Number(document.supplierID ?? 0);

const supplierCells = (account: Account, document: Row): readonly Cell[] => [
  Number(document.supplierID ?? 0),
  textOf(account, 'suppliers', document.supplierID)('fullName'),
];

const invoiceLabels = [
  'INVOICE_ID',
  'INVOICE_NUMBER',
  'INVOICE_TYPE',
  'DATE',
  'SUPPLIER_ID',
  'SUPPLIER_NAME',
];
const productLabels = ['PRODUCT_ID', 'PRODUCT_CODE', 'PRODUCT_NAME'];

const invoiceCells = (account: Account, document: Row): readonly Cell[] => [
  ...['id', 'number', 'type', 'date'].map((field) => (document[field] ?? '') as Cell),
  ...supplierCells(account, document),
];

/** The reports of purchases, by their type; names of columns are inferred but for a few. */
export const purchaseReports: Readonly<Record<string, (account: Account) => ReportSubject>> = {
  PURCHASE_BY_PRODUCT: (account) => ({
    labels: productLabels,
    labelsOf: ({ row }) => productCells(account, row),
    keyOf: ({ row }) => Number(row.productID ?? 0),
  }),
  PURCHASE_BY_PRODUCT_GROUP: (account) =>
    byRecord({
      table: 'productGroups',
      nameField: 'name',
      labels: ['PRODUCT_GROUP_ID', 'PRODUCT_GROUP_NAME'],
      idOf: ofProduct(account, 'groupID'),
    })(account),
  PURCHASE_BY_BRAND: (account) =>
    byRecord({
      table: 'brands',
      nameField: 'name',
      labels: ['BRAND_ID', 'BRAND_NAME'],
      idOf: ofProduct(account, 'brandID'),
    })(account),
  PURCHASE_BY_SUPPLIER: byRecord({
    table: 'suppliers',
    nameField: 'fullName',
    labels: ['SUPPLIER_ID', 'SUPPLIER_NAME'],
    idOf: supplierOf,
  }),
  PURCHASE_BY_SUPPLIER_GROUP: (account) =>
    byRecord({
      table: 'supplierGroups',
      nameField: 'name',
      labels: ['SUPPLIER_GROUP_ID', 'SUPPLIER_GROUP_NAME'],
      idOf: (bought) => {
        const supplier: Row | undefined = account.table('suppliers').get(supplierOf(bought));
        return Number(supplier?.groupID ?? 0);
      },
    })(account),
  PURCHASE_BY_INVOICE: (account) => ({
    labels: invoiceLabels,
    labelsOf: ({ document }) => invoiceCells(account, document),
    keyOf: ({ document }) => Number(document.id),
  }),
  PURCHASE_BY_INVOICE_ROWS: (account) => ({
    labels: [...invoiceLabels, ...productLabels],
    labelsOf: ({ document, row }) => [...invoiceCells(account, document), ...productCells(account, row)],
  }),
};

/** Whether a product has stock, or not: a row without a product is neither. */
export function stockTest(account: Account, productType: 'ALL' | 'STOCK' | 'NON_STOCK') {
  if (productType === 'ALL') return () => true;
  return ({ row }: DocumentRow): boolean => {
    const productID = Number(row.productID ?? 0);
    return productID > 0 && hasStock(account, productID) === (productType === 'STOCK');
  };
}
