import type { Row } from '../../store/row.ts';
import { type PriceStep, priceCalculator } from '../price-lists/price-calculator.ts';
import { type CartDiscount, type CartRow, rowValue, savedBetween } from './cart-row.ts';
import type { CartInput, CartSetting } from './cart-setting.ts';
import { exact, hundred, numberOf, one } from './exact.ts';
import { taxOfProduct } from './tax-of-product.ts';

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
function listDiscount(row: CartRow, priced: PricedProduct, setting: CartSetting): CartDiscount[] {
  const { step, card } = priced;
  if (step === undefined) return [];
  const totalDiscount = savedBetween(rowValue({ ...row, price: card }, setting), rowValue(row, setting));
  const { priceListID, priceListName: name } = step;
  return [{ promotionID: 0, priceListID, name, amount: row.amount, totalDiscount }];
}

/** The manual discount, which comes after the price lists. */
function discountByHand(row: CartRow, setting: CartSetting): void {
  if (row.manualDiscount === 0) return;
  const before = rowValue(row, setting);
  row.share = one.minus(exact(row.manualDiscount).div(hundred));
  const totalDiscount = savedBetween(before, rowValue(row, setting));
  row.discounts.push({ promotionID: 0, priceListID: 0, name: '', amount: row.amount, totalDiscount });
}

/** The rows with prices, taxes and manual discounts. A product that gets no discount gets no manual one (inferred). */
export function priceRows(setting: CartSetting): CartRow[] {
  const products = setting.account.table('products');
  const [taxOf, priceOf] = [taxOfProduct(setting), pricing(setting)];
  const nonDiscountableOf = discountability(setting);
  return (setting.input.rows ?? []).map((sent, index) => {
    const product: Row = products.get(sent.productID) ?? {};
    const priced = priceOf(product, sent);
    const tax = taxOf(product);
    const nonDiscountable = nonDiscountableOf(product);
    const gross = exact(priced.price).times(exact(tax.vatRate).plus(hundred)).div(hundred);
    const row: CartRow = {
      ...{ number: index + 1, product, amount: sent.amount, price: priced.price, nonDiscountable, ...tax },
      shelfPrice: setting.speaksGross ? gross.round(shelfDecimals) : exact(priced.price),
      manualDiscount: nonDiscountable === 1 ? 0 : (sent.manualDiscount ?? 0),
      reasonCodeID: sent.manualDiscountReasonCodeID ?? 0,
      ...{ share: one, isListed: priced.step !== undefined, isPromoted: false, discounts: [] },
    };
    row.discounts.push(...listDiscount(row, priced, setting));
    discountByHand(row, setting);
    return row;
  });
}
