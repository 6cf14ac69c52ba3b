import type { RowOfTable } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import type { Row } from '../../store/row.ts';
import { priceCalculator } from '../price-lists/price-calculator.ts';
import { speaksGross } from './cart-setting.ts';
import { type Decimal, exact, hundred, numberOf, zero } from './exact.ts';
import { awardNames, isOnWholeSale } from './promotion.ts';
import { type SentDiscount, sentDiscounts } from './sent-discounts.ts';

type Document = RowOfTable<'salesDocuments'>;

const tableName = 'appliedPromotionRecords';

/** Decimals of a price. */
const priceDecimals = 4;
/** Decimals of a percentage. */
const percentDecimals = 2;

/** A row of a stored document. */
interface SoldRow {
  readonly account: Account;
  readonly document: Document;
  readonly row: Row;
}

/** What a document says in each of its records. */
const headFields = (documentID: number, document: Document): Row => ({
  ...{ date: document.date, warehouseID: document.warehouseID, pointOfSaleID: document.pointOfSaleID },
  ...{ customerID: document.clientID, invoiceCreatorID: document.employeeID, invoiceID: documentID },
});

/** What the row says in each of its records. */
const rowFields = ({ row, document }: SoldRow): Row => ({
  ...{ productID: row.productID, rowID: row.rowID, totalAmount: row.amount },
  attendantID: Number(row.employeeID ?? 0) || document.employeeID,
});

/** What a promotion takes off, and from what. */
function promotionFields(account: Account, { promotionID }: SentDiscount): Row {
  const campaign = account.table('campaigns').get(promotionID);
  const award = awardNames.find((name) => Number(campaign?.[name] ?? 0) > 0);
  if (campaign === undefined || award === undefined) return { promotionID };
  const isPercentage = award.startsWith('percentage');
  return {
    promotionID,
    promotionType: isOnWholeSale(award) ? 'INVOICE' : 'ITEMS',
    [isPercentage ? 'promotionDiscountPercentage' : 'promotionDiscountValue']: campaign[award],
    promotionReasonCodeID: campaign.reasonID,
  };
}

/** Whether a price list sets a price or takes percent off. */
function priceListFields({ account, document, row }: SoldRow, { priceListID }: SentDiscount): Row {
  const product: Row = account.table('products').get(Number(row.productID ?? 0)) ?? {};
  const options = { warehouseID: 0, clientID: 0, day: document.date ?? '', priceListID };
  const step = priceCalculator(account, options)(product, Number(row.amount ?? 0)).steps.at(-1);
  if (step === undefined) return { priceListID };
  return {
    ...{ priceListID, priceListDiscountType: step.type },
    ...(step.percentage === undefined ? {} : { priceListDiscountPercentage: step.percentage }),
  };
}

function kindFields(sold: SoldRow, sent: SentDiscount): Row {
  if (sent.promotionID !== 0) return promotionFields(sold.account, sent);
  return sent.priceListID === 0 ? {} : priceListFields(sold, sent);
}

/** Prices and totals before and after a discount. */
function sumFields(sent: SentDiscount, amount: Decimal, after: Decimal): Row {
  const total = exact(sent.totalDiscount);
  const before = after.plus(total);
  const each = (sum: Decimal) => (amount.eq(zero) ? 0 : numberOf(sum.div(amount).round(priceDecimals)));
  const isManual = sent.promotionID === 0 && sent.priceListID === 0;
  const percentage = before.eq(zero) ? zero : total.times(hundred).div(before).round(percentDecimals);
  return {
    ...{ discountedAmount: sent.amount, totalDiscount: sent.totalDiscount, unitDiscount: each(total) },
    ...{ priceBeforePromotion: each(before), totalBeforePromotion: numberOf(before) },
    ...{ priceAfterPromotion: each(after), totalAfterPromotion: numberOf(after) },
    ...(isManual ? { manualDiscountPercentage: numberOf(percentage) } : {}),
  };
}

/** The records of a row: its total is what the last discount has left, and each of them has begun with more. */
function recordsOfRow(sold: SoldRow, sent: readonly SentDiscount[]): Row[] {
  const { account, row } = sold;
  const total = speaksGross(account) ? row.rowTotal : row.rowNetTotal;
  let after = exact(Number(total ?? 0));
  const records: Row[] = [];
  for (const discount of sent.toReversed()) {
    records.unshift({
      ...rowFields(sold),
      ...kindFields(sold, discount),
      ...sumFields(discount, exact(Number(row.amount ?? 0)), after),
    });
    after = after.plus(exact(discount.totalDiscount));
  }
  return records;
}

/** A save of a sales document, after it is stored. */
interface SavedDocument {
  readonly documentID: number;
  /** The rows that were sent, with what says how their prices were made. */
  readonly rows: readonly Row[];
  readonly user: User;
}

/**
 * Keeps what made the prices of a sales document, in place of what was kept of it before. A save that says nothing about
 * it leaves it as it is.
 */
export function storeAppliedPromotions(account: Account, saved: SavedDocument): void {
  const { documentID, user } = saved;
  const document = account.table('salesDocuments').get(documentID);
  const sent = saved.rows.map(sentDiscounts);
  if (document === undefined || sent.every((discounts) => discounts.length === 0)) return;
  for (const id of account.table(tableName).find('invoiceID', documentID)) account.erase(tableName, id);
  const head = headFields(documentID, document);
  for (const [index, row] of (document.rows ?? []).entries()) {
    for (const record of recordsOfRow({ account, document, row }, sent[index] ?? []))
      account.insert(tableName, { ...head, ...record }, user);
  }
}
