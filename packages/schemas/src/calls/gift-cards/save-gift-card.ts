import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { savedRecord } from '../saved-record.ts';
import { giftCards } from './gift-cards.ts';

/**
 * Makes a gift card, edits the one of `giftCardID` or `code`, or writes down that it was used: with any `redemption…`
 * input or `redeemingCustomerID` the use is logged too (inferred). The balance is yours to keep.
 * @deprecated Erply recommends instead: Point of Sale API POST /v1/giftcard/, POST /v1/giftcard/bulk/.
 */
export const saveGiftCard = defineCall({
  name: 'saveGiftCard',
  docs: 'https://learn-api.erply.com/requests/savegiftcard',
  effect: 'write',
  table: giftCards,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The card to edit. */
    giftCardID: integer.optional(),
    /** Type of the card; only newer pages list it. */
    typeID: integer.optional(),
    /** The number. A card that has it already is edited; 1012 when that is not the one of `giftCardID`. */
    code: text.optional(),
    /** What it was sold for. */
    value: decimal.optional(),
    /** What is left. */
    balance: decimal.optional(),
    /** Least sum of a sale; only newer pages list it. */
    minimumSpend: decimal.optional(),
    /** Written freely; only newer pages list it. */
    information: text.optional(),
    /** Who bought it. */
    purchasingCustomerID: integer.optional(),
    /** When it was sold. */
    purchaseDateTime: unixSeconds.optional(),
    /** Where it was sold. */
    purchaseWarehouseID: integer.optional(),
    /** The register that sold it. */
    purchasePointOfSaleID: integer.optional(),
    /** Who sold it. */
    purchaseEmployeeID: integer.optional(),
    /** The sale; CURRENT_INVOICE_ID in a bulk request. */
    purchaseInvoiceID: integer.optional(),
    /** Who used it. */
    redeemingCustomerID: integer.optional(),
    /** When it was used. */
    redemptionDateTime: unixSeconds.optional(),
    /** Where it was used. */
    redemptionWarehouseID: integer.optional(),
    /** The register that took it. */
    redemptionPointOfSaleID: integer.optional(),
    /** Who took it. */
    redemptionEmployeeID: integer.optional(),
    /** The sale that it paid; CURRENT_INVOICE_ID in a bulk request. */
    redemptionInvoiceID: integer.optional(),
    /** The last day; only kept where the account lets gift cards expire. */
    expirationDate: isoDate.optional(),
    /** The tax rate that it was sold with; without it, or with 0, none. */
    vatrateID: integer.optional(),
  }),
  result: { one: savedRecord('giftCardID') },
  example: { code: '7700250815', value: 50, balance: 50 },
  errors: [1010, 1011, 1012, 1014, 1061, 1062, 1157, 1158],
  loggable: ['giftCardID', 'typeID', 'purchaseInvoiceID', 'redemptionInvoiceID', 'vatrateID'],
  deprecated: 'Point of Sale API POST /v1/giftcard/, POST /v1/giftcard/bulk/',
  evidence: 'Documented; that a use is logged is inferred.',
});
