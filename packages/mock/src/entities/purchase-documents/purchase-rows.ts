import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { nextPurchaseRowID } from './purchase-book.ts';
import { readJDoc, type SentPurchaseRow } from './sent-purchase-rows.ts';

/** What rows are made for. */
interface RowsToMake {
  readonly account: Account;
  /** The document as it will be, but for its rows. */
  readonly document: Row;
  /** The rows that it has had. */
  readonly before: readonly Row[];
  readonly sent: readonly SentPurchaseRow[];
}

/** The product or service of a row; nothing of a text. */
function boughtIn(account: Account, { productID, serviceID }: SentPurchaseRow): Row | undefined {
  if (productID) return account.table('products').get(productID);
  return serviceID ? account.table('services').get(serviceID) : undefined;
}

/** The row that was at this position, if it bought the same. */
function sameRow(
  before: Row | undefined,
  { productID = 0, serviceID = 0 }: SentPurchaseRow,
): Row | undefined {
  const isSame = Number(before?.productID ?? 0) === productID && Number(before?.serviceID ?? 0) === serviceID;
  return isSame ? before : undefined;
}

/** The package that is bought. */
function packageFields(account: Account, { packageID, amountOfPackages }: SentPurchaseRow): Row {
  if (!packageID) return {};
  const { packageTypeID = 0, packageAmount = 0 } = account.table('productPackages').get(packageID) ?? {};
  const packageType = account.table('productPackageTypes').get(packageTypeID)?.name ?? '';
  return {
    packageID,
    packageTypeID,
    packageType,
    amountInPackage: packageAmount,
    ...(amountOfPackages === undefined ? {} : { amountOfPackages }),
  };
}

/** What the supplier's price list says of a product, which a row keeps. */
const listFields = [
  'supplierPriceListSupplierCode',
  'supplierPriceListImportCode',
  'supplierPriceListNotes',
] as const;

/** What is kept of the row that was there, beside what was sent. */
function keptFields(old: Row | undefined, { rowJDoc }: SentPurchaseRow): Row {
  const jdoc = rowJDoc ? readJDoc(rowJDoc, 'rowJDoc') : rowJDoc === '' ? undefined : old?.jdoc;
  const known = listFields.filter((field) => old?.[field] !== undefined);
  return {
    ...Object.fromEntries(known.map((field) => [field, old?.[field]])),
    ...(jdoc === undefined ? {} : { jdoc }),
  };
}

/** The tax of a row that does not say: that of the supplier, else that of the product (inferred). */
function taxOf(account: Account, { supplierID }: Row, bought: Row | undefined): number {
  const ofSupplier = account.table('suppliers').get(Number(supplierID ?? 0))?.vatrateID ?? 0;
  return ofSupplier || Number(bought?.vatrateID ?? 0);
}

/** A row as it is kept, but for its IDs, its cost and what it comes to. */
function madeRow({ account, document }: RowsToMake, row: SentPurchaseRow, old: Row | undefined): Row {
  const bought = boughtIn(account, row);
  const { stableRowID: _, rowJDoc: __, packageID: ___, amountOfPackages: ____, ...plain } = row;
  return {
    itemName: bought?.name ?? '',
    ...(bought?.code == null ? {} : { code: bought.code }),
    ...(bought?.code2 == null ? {} : { code2: bought.code2 }),
    ...plain,
    amount: row.amount ?? 0,
    price: row.price ?? Number(old?.price ?? 0),
    vatrateID: row.vatrateID ?? Number(old?.vatrateID ?? taxOf(account, document, bought)),
    ...packageFields(account, row),
    ...keptFields(old, row),
  };
}

/**
 * The rows of a document as they are kept. They keep their IDs where none was added, removed, moved or made another
 * product's. Only for rows that were checked.
 */
export function madePurchaseRows(making: RowsToMake): Row[] {
  const { account, before, sent } = making;
  const keepsIDs =
    before.length === sent.length && sent.every((row, index) => sameRow(before[index], row) !== undefined);
  return sent.map((row, index) => {
    const old = sameRow(before[index], row);
    const kept = row.stableRowID || (keepsIDs ? Number(old?.stableRowID ?? 0) : 0);
    return { ...madeRow(making, row, old), stableRowID: kept || nextPurchaseRowID(account) };
  });
}
