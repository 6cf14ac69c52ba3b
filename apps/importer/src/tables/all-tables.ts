import { addresses } from './addresses.ts';
import { audits } from './audits.ts';
import { brands } from './brands.ts';
import { chosenColumns } from './chosen-columns.ts';
import { customerGroups } from './customer-groups.ts';
import { customers } from './customers.ts';
import { deadLetters } from './dead-letters.ts';
import { forgotten } from './forgotten.ts';
import type { LaneDeclaration } from './lane-declaration.ts';
import { payments } from './payments.ts';
import { priceListProducts } from './price-list-products.ts';
import { priceLists } from './price-lists.ts';
import { priorityGroups } from './priority-groups.ts';
import { productCategories } from './product-categories.ts';
import { productFiles } from './product-files.ts';
import { productGroups } from './product-groups.ts';
import { productPackages } from './product-packages.ts';
import { productPictures } from './product-pictures.ts';
import { productUnits } from './product-units.ts';
import { products } from './products.ts';
import { purchaseDocuments } from './purchase-documents.ts';
import { refusals } from './refusals.ts';
import { salesDocuments } from './sales-documents.ts';
import { stock } from './stock.ts';
import { suppliers } from './suppliers.ts';
import { syncState } from './sync-state.ts';
import type { TableDeclaration } from './table-declaration.ts';
import { vatRates } from './vat-rates.ts';
import { warehouses } from './warehouses.ts';

/** Every lane that has tables, in the order in which people read of them. */
export const laneTables: readonly LaneDeclaration[] = [
  warehouses,
  productGroups,
  productCategories,
  priorityGroups,
  brands,
  productUnits,
  vatRates,
  products,
  stock,
  priceLists,
  priceListProducts,
  productPictures,
  productFiles,
  productPackages,
  customerGroups,
  customers,
  suppliers,
  addresses,
  salesDocuments,
  payments,
  purchaseDocuments,
];

/** Tables with personal data, of which a team may want less, by their lane. */
export const limitedTables = { customers, addresses } as const;

/** Tables of records that stay when somebody they are about is forgotten, without the person, by their lane. */
export const documentTables = { salesDocuments, payments, purchaseDocuments } as const;

/** Every table of the database. Columns are what people ask for; times are seconds since 1970 by Erply's clock. */
export const allTables: readonly TableDeclaration[] = [
  ...laneTables.flatMap(({ tables }) => tables),
  syncState,
  deadLetters,
  audits,
  chosenColumns,
  forgotten,
  refusals,
];
