import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { withoutDiscounts } from '../shopping-cart/sent-discounts.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { nextRowID } from './row-ids.ts';
import { taxOfSale } from './row-tax.ts';
import { rowsOf, type SalesSaving, type SentRow } from './sales-saving.ts';

/** What a row takes over from its product, or what its tax depends on. */
const productFields = ['name', 'code', 'code2', 'price', 'vatrateID', 'groupID', 'taxFree'] as const;

/** Some fields of a product: the card as a whole takes longer than the rest of a save. */
function productCard(account: Account, id: number): Row | undefined {
  const products = account.table('products');
  if (!products.has(id)) return undefined;
  const card: Record<string, unknown> = {};
  for (const field of productFields) card[field] = products.value(field, id);
  return card;
}

/** The product or service of a row; nothing of a text. */
function soldIn(account: Account, { productID, serviceID }: SentRow): Row | undefined {
  if (productID) return productCard(account, productID);
  return serviceID ? account.table('services').get(serviceID) : undefined;
}

/** The row that was at this position, if it sold the same. */
function sameRow(before: Row | undefined, { productID, serviceID }: Row): Row | undefined {
  const isSame =
    Number(before?.productID ?? 0) === Number(productID ?? 0) &&
    Number(before?.serviceID ?? 0) === Number(serviceID ?? 0);
  return isSame ? before : undefined;
}

/** The net price on the card, in the currency of the document. */
const cardPrice = (sold: Row, document: Row) =>
  roundAmount(Number(sold.price ?? 0) / Number(document.currencyRate ?? 1));

/** The package that was sold. */
function packageFields(account: Account, { packageID, amountOfPackages }: SentRow): Row {
  if (!packageID) return {};
  const { packageTypeID = 0, packageAmount = 0 } = account.table('productPackages').get(packageID) ?? {};
  const packageType = account.table('productPackageTypes').get(Number(packageTypeID))?.name ?? '';
  const amounts = amountOfPackages === undefined ? {} : { amountOfPackages };
  return { packageID, packageTypeID, packageType, amountInPackage: packageAmount, ...amounts };
}

/** What is kept of a row that was sent, as far as its product or service does not matter. */
function plainFields(sent: SentRow): Row {
  const { billingReadingIDs: _, packageID: __, amountOfPackages: ___, ...plain } = sent;
  return withoutDiscounts(plain);
}

const soldFields = (sold: Row | undefined): Row => ({
  ...(sold?.code === undefined ? {} : { code: sold.code }),
  // The bar code of a product is its second code.
  ...(sold?.code2 === undefined ? {} : { code2: sold.code2, barcode: sold.code2 }),
});

/** The rows that were sent, as they are kept but for their IDs and totals. Only for rows that were checked. */
export function madeRows({ account, input, before }: SalesSaving, document: Row): Row[] {
  const old = rowsOf(before);
  const taxOf = taxOfSale(account, document);
  return (input.rows ?? []).map((row, index) => {
    const sold = soldIn(account, row);
    const same = sameRow(old[index], row);
    // A text may go without amount and price.
    const ownPrice = sold === undefined ? 0 : cardPrice(sold, document);
    const price = row.price ?? same?.price ?? ownPrice;
    return {
      ...soldFields(sold),
      ...plainFields(row),
      itemName: row.itemName || (sold?.name ?? ''),
      amount: row.amount ?? 0,
      price,
      vatrateID: row.vatrateID ?? same?.vatrateID ?? taxOf(sold ?? {}),
      ...packageFields(account, row),
      originalPriceIsZero: price === 0 ? 1 : 0,
    };
  });
}

/**
 * Gives rows their IDs. They keep their stable ones where none was added, removed, moved or made another product's.
 * Uses IDs up, so that nothing may go wrong after it.
 */
export function numberedRows(account: Account, before: readonly Row[], rows: readonly Row[]): Row[] {
  const areSame =
    before.length === rows.length && rows.every((row, index) => sameRow(before[index], row) !== undefined);
  return rows.map((row, index) => {
    const rowID = nextRowID(account);
    const kept = areSame ? before[index]?.stableRowID : undefined;
    return { ...row, rowID, stableRowID: row.stableRowID || kept || rowID };
  });
}
