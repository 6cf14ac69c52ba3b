import type { Row } from '../../store/row.ts';
import { type PriceStep, priceCalculator } from '../price-lists/price-calculator.ts';
import { type CartDiscount, type CartRow, rowTotalsAt, savedBetween, spokenValue } from './cart-row.ts';
import type { CartInput, CartSetting } from './cart-setting.ts';
import { exact, hundred, hundredth, numberOf, one } from './exact.ts';
import { type RowTax, taxOfProduct } from './tax-of-product.ts';

type SentRow = NonNullable<CartInput['rows']>[number];

/** Decimals of a net price in Erply's database. */
const storedDecimals = 4;
/** Decimals of a price on a shelf. */
const shelfDecimals = 2;

/** A net price in the currency of the cart, as it is stored. */
function inCurrency(price: number, { input }: CartSetting): number {
  const rate = input.currencyRate ?? 0;
  const own = rate > 0 ? exact(price).div(exact(rate)) : exact(price);
  return numberOf(own.round(storedDecimals));
}

/** Products, and groups with those above them, that get no discount; gift cards get none either. */
function discountability({ account }: CartSetting): (product: Row) => 0 | 1 {
  const groups = account.table('productGroups');
  const isBarred = (groupID: unknown) => {
    const seen = new Set<unknown>();
    for (let id = groupID; typeof id === 'number' && id > 0 && !seen.has(id); ) {
      seen.add(id);
      const group = groups.get(id);
      if (group?.nonDiscountable === 1) return true;
      id = group?.parentGroupID;
    }
    return false;
  };
  return ({ isGiftCard, isRegularGiftCard, nonDiscountable, groupID }) =>
    isGiftCard === 1 || isRegularGiftCard === 1 || nonDiscountable === 1 || isBarred(groupID) ? 1 : 0;
}

interface PricedProduct {
  readonly price: number;
  readonly card: number;
  readonly step: PriceStep | undefined;
}

/** Price by what was sent, else by the lists, else by the card. */
function pricing(setting: CartSetting): (product: Row, sent: SentRow) => PricedProduct {
  const { account, warehouseID, customerID: clientID, day, input } = setting;
  const priceListID = input.pricelistID || undefined;
  const priceOf = priceCalculator(account, { warehouseID, clientID, day, priceListID });
  return (product, { price: sent, amount }) => {
    const card = inCurrency(Number(product.price ?? 0), setting);
    if (sent !== undefined) {
      const own = numberOf(exact(sent).round(storedDecimals));
      return { price: own, card: own, step: undefined };
    }
    const { price, steps } = priceOf(product, amount);
    return { price: inCurrency(price, setting), card, step: steps.at(-1) };
  };
}

/** What a price list took off the price on the card. */
function listDiscount(row: CartRow, { step, card }: PricedProduct, setting: CartSetting): CartDiscount[] {
  if (step === undefined) return [];
  const byCard = spokenValue(rowTotalsAt({ ...row, price: card }, 0, setting), setting);
  const totalDiscount = savedBetween(byCard, spokenValue(row.original, setting));
  const { priceListID, priceListName: name } = step;
  return [{ promotionID: 0, priceListID, name, amount: row.amount, totalDiscount }];
}

/** The manual discount, which comes after the price lists. */
function handDiscount(row: CartRow, setting: CartSetting): CartDiscount[] {
  if (row.manualDiscount === 0) return [];
  const totalDiscount = savedBetween(spokenValue(row.original, setting), row.value);
  return [{ promotionID: 0, priceListID: 0, name: '', amount: row.amount, totalDiscount }];
}

/** A row with all that does not depend on other rows. A product that gets no discount gets no manual one (inferred). */
function rowOf(own: OwnFields, { price, step }: PricedProduct, setting: CartSetting): CartRow {
  const { sent, nonDiscountable } = own;
  const manualDiscount = nonDiscountable === 1 ? 0 : (sent.manualDiscount ?? 0);
  const gross = exact(price).times(exact(own.vatRate).plus(hundred)).times(hundredth);
  const priced = { price, amount: sent.amount, vatrateID: own.vatrateID, vatRate: own.vatRate };
  const original = rowTotalsAt(priced, 0, setting);
  const byHand = manualDiscount === 0 ? original : rowTotalsAt(priced, manualDiscount, setting);
  return {
    ...priced,
    ...{ number: own.number, product: own.product, nonDiscountable, manualDiscount, original, byHand },
    reasonCodeID: sent.manualDiscountReasonCodeID ?? 0,
    shelfPrice: setting.speaksGross ? gross.round(shelfDecimals) : exact(price),
    share: one.minus(exact(manualDiscount).times(hundredth)),
    value: spokenValue(byHand, setting),
    ...{ isListed: step !== undefined, isPromoted: false, discounts: [] },
  };
}

/** What is known of a row before its price. */
interface OwnFields extends RowTax {
  readonly number: number;
  readonly sent: SentRow;
  readonly product: Row;
  readonly nonDiscountable: 0 | 1;
}

/** The rows with prices, taxes and manual discounts. */
export function priceRows(setting: CartSetting): CartRow[] {
  const products = setting.account.table('products');
  const [taxOf, priceOf] = [taxOfProduct(setting), pricing(setting)];
  const nonDiscountableOf = discountability(setting);
  return (setting.input.rows ?? []).map((sent, index) => {
    const product: Row = products.get(sent.productID) ?? {};
    const own = { number: index + 1, sent, product, nonDiscountable: nonDiscountableOf(product) };
    const priced = priceOf(product, sent);
    const row = rowOf({ ...own, ...taxOf(product) }, priced, setting);
    row.discounts.push(...listDiscount(row, priced, setting), ...handDiscount(row, setting));
    return row;
  });
}
