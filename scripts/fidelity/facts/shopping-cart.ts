import type { Fact } from '../fact.ts';

/** Totals of sales documents, carts, and what promotions do to them. */
export const shoppingCart: readonly Fact[] = [
  {
    behaviour:
      'Totals follow the method of country and type and the version of the algorithm on the day, in exact decimals with halves away from zero: the worked examples of the pages come out.',
    evidence: 'documented',
    test: ['cart', 'follow the type, the country and the version of the day'],
  },
  {
    behaviour:
      'Of prices with tax, the tax of a receipt is rounded once for all rows and the net total is the rest; the versions 3 and 5 are as 2 there, and version 4 keeps ten decimals of a price with tax.',
    evidence: 'inferred',
    test: ['cart', 'has the prices step by step, in wire types, and what made them as flat fields'],
  },
  {
    behaviour:
      'Version 5 makes cents of the tax of rows by the largest remainder. How the page goes on is not known.',
    evidence: 'inferred',
    option: '--set algorithm5Spreading',
    test: ['cart', 'have rows that add up in version 5, unless the switch says otherwise'],
  },
  {
    behaviour:
      'The version of the algorithm changes on a planned day, which must be in the future (1179); version 5 can be asked for as 2 to 4 (inferred), others not (1180).',
    evidence: 'documented',
    test: [
      'invoice-algorithm-changes',
      'refuses a day that is not to come, a version that there is not, and leaves nothing behind',
    ],
  },
  {
    behaviour:
      'A document that is saved with the original prices and discounts of calculateShoppingCart has the same totals, to the cent, under every version, method and country.',
    evidence: 'documented',
    test: [
      'cart-and-document',
      'a document that is saved with original prices and discounts of the cart comes to the same, to the cent',
    ],
  },
  {
    behaviour:
      'So has one that is saved with final prices, except where they have more decimals than a stored price: net prices in the versions 3 and 5, prices with tax in version 4.',
    evidence: 'inferred',
    test: [
      'cart-and-document',
      'so does one that is saved with final prices, where a saved price can hold them',
    ],
  },
  {
    behaviour:
      'A cart is priced by price lists, then by the discount by hand, then by promotions, which multiply.',
    evidence: 'documented',
    test: ['cart', 'begins with the price list, then the discount by hand, then promotions, which multiply'],
  },
  {
    behaviour:
      'Promotions are applied by tier, inside a tier by type, inside a type the oldest first. The order of the types is inferred: prices for what is bought, discounts on it, what is awarded, the sale as a whole.',
    evidence: 'documented',
    test: ['promotions', 'by tier, without one first; inside a tier by type; inside a type the oldest first'],
  },
  {
    behaviour:
      'A row of 5000 pieces or more neither gets nor triggers a promotion on products; price lists and promotions on the whole sale count.',
    evidence: 'documented',
    test: [
      'promotions',
      'is a row of 5000 pieces: no promotion on products, but price lists and those on the sale',
    ],
  },
  {
    behaviour: 'A gift card gets nothing of a promotion, and may bring one about.',
    evidence: 'documented',
    test: ['promotions', 'is a gift card, which may bring a promotion about all the same'],
  },
  {
    behaviour:
      'A promotion on products is applied as often as the sale has enough of them, but once for each coupon, as often as the cashier says, and up to `redemptionLimit`.',
    evidence: 'documented',
    test: ['awards', 'is limited by redemptionLimit, by scanned coupons, and by what the cashier says'],
  },
  {
    behaviour:
      'A sum off the whole sale is spread over rows by what they cost, as a discount in percent: after rounding it may be off by some cents.',
    evidence: 'inferred',
    test: ['promotions', 'is not more than the sale'],
  },
  {
    behaviour:
      'What made the prices of a sale is kept from the numbered fields of the cart that a save sends back; a save without them leaves it as it is.',
    evidence: 'documented',
    test: [
      'store-applied-promotions',
      'leaves it as it is when a later save says nothing of it, and replaces it when one does',
    ],
  },
];
