import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { idList, wordList } from '../../wire/lists.ts';
import { rows } from '../../wire/numbered.ts';
import { oneOf } from '../../wire/text.ts';
import { euInvoiceTypes, salesDocumentTypes } from '../sales-documents/sales-document-types.ts';
import { cart } from './cart.ts';

/**
 * Prices a cart: price lists, manual discounts, promotions, taxes and totals. Nothing is stored. What is saved with
 * `originalPrice` and `discount` of its rows has the same totals, to the cent.
 */
export const calculateShoppingCart = defineCall({
  name: 'calculateShoppingCart',
  docs: 'https://learn-api.erply.com/requests/calculateshoppingcart',
  effect: 'read',
  session: 'required',
  input: () => ({
    /** The sales document that is priced again. It must exist, and has no other effect (inferred). */
    documentID: integer.optional(),
    /** What will be saved; CASHINVOICE when left out, while saveSalesDocument makes an INVWAYBILL. */
    type: oneOf(salesDocumentTypes).optional(),
    /** Day of the sale, whose price lists and promotions count; today when left out. */
    date: isoDate.optional(),
    /** The location that sells; that of the register, or the one with the lowest ID, when left out. */
    warehouseID: integer.optional(),
    /** The register; 1013 when it belongs to another location. */
    pointOfSaleID: integer.optional(),
    /** The only price list that counts. */
    pricelistID: integer.optional(),
    /** Who buys; there are no prices of customers without one. */
    customerID: integer.optional(),
    /** What one unit of the cart's currency is in the account's. Promotions do not know it: send `doNotApplyPromotions`, too. */
    currencyRate: decimal.optional(),
    /** 1 for prices of quotes that the customer has. */
    applyQuotedPrices: flag.optional(),
    /** 1 for no promotion. */
    doNotApplyPromotions: flag.optional(),
    /** 1 for no promotion on the whole sale. */
    doNotApplyInvoiceLevelPromotions: flag.optional(),
    /** 1 adds the coupons that the register should print. */
    getAutomaticCoupons: flag.optional(),
    /** 1 for no tax. */
    taxExempt: flag.optional(),
    /** Numbers of coupons; one that cannot be used is refused (1040, 1041, 1045). */
    couponIdentifiers: wordList.optional(),
    /** Manual promotions that the cashier has chosen; an ID may be repeated to apply one several times, and 1011 says that there is none of an ID (both inferred). */
    manualPromotionIDs: idList.optional(),
    /** Where the customer is, as far as taxes are concerned: none is paid outside of the country (inferred). */
    euInvoiceType: oneOf(euInvoiceTypes).optional(),
    /** `productID1`, `amount1` and so on; there must be one (1010). */
    rows: rows({
      /** The product. */
      productID: integer,
      /** How many; negative for goods that come back, which get no promotion (inferred). */
      amount: decimal,
      /** Net price of one, in place of that of the card and the price lists. */
      price: decimal.optional(),
      /** In percent. */
      manualDiscount: decimal.optional(),
      /** Why there is a manual discount. That some reasons switch off promotions of a tier is not served. */
      manualDiscountReasonCodeID: integer.optional(),
    }).optional(),
  }),
  result: { one: cart },
  example: { rows: [{ productID: 1, amount: 2 }] },
  errors: [1010, 1011, 1013, 1040, 1041, 1045],
  loggable: [
    'documentID',
    'type',
    'date',
    'warehouseID',
    'pointOfSaleID',
    'pricelistID',
    'currencyRate',
    'doNotApplyPromotions',
    'doNotApplyInvoiceLevelPromotions',
    'getAutomaticCoupons',
    'taxExempt',
    'manualPromotionIDs',
    'euInvoiceType',
  ],
  unserved: {
    inputs: ['applyQuotedPrices'],
    fields: [
      'information',
      'freeExtraProductID',
      'freeExtraProductCode',
      'freeExtraProductName',
      'freeExtraNotification',
    ],
  },
  evidence:
    'Inputs documented; types of the record from a typed client of a register. Rules of promotions from release notes and from documentation of 2019: their order inside a tier, and how a sum is spread over rows, are inferred.',
});
