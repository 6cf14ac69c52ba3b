import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A gift card with a number. It can be used until the balance is 0 or it expires. */
export const giftCard = defineRecord(() => ({
  /** ID of the card. */
  giftCardID: id,
  /** Type of the card; only newer pages list it. */
  typeID: integer,
  /** The number on the card. */
  code: text,
  /** What it was sold for. */
  value: decimal,
  /** What is left; the register that takes it saves the new balance. */
  balance: decimal,
  /** Least sum of a sale that it can pay; only newer pages list it. */
  minimumSpend: decimal,
  /** Who bought it. */
  purchasingCustomerID: integer,
  /** When it was sold. */
  purchaseDateTime: unixSeconds,
  /** Who used it last. */
  redeemingCustomerID: integer,
  /** When it was used last. */
  redemptionDateTime: unixSeconds,
  /** The last day; empty when it does not expire. */
  expirationDate: isoDate,
  /** The sale. Gift card extras module only (inferred). */
  purchaseInvoiceID: integer.optional(),
  /** Where it was sold. Gift card extras module only (inferred). */
  purchaseWarehouseID: integer.optional(),
  /** The register that sold it. Gift card extras module only (inferred). */
  purchasePointOfSaleID: integer.optional(),
  /** Who sold it. Gift card extras module only (inferred). */
  purchaseEmployeeID: integer.optional(),
  /** Where it was used last. Gift card extras module only (inferred). */
  redemptionWarehouseID: integer.optional(),
  /** The register that took it last. Gift card extras module only (inferred). */
  redemptionPointOfSaleID: integer.optional(),
  /** The sale that it paid last. Gift card extras module only (inferred). */
  redemptionInvoiceID: integer.optional(),
  /** Who took it last. Gift card extras module only (inferred). */
  redemptionEmployeeID: integer.optional(),
  /** The tax rate that it was sold with; 0 stands for none. */
  vatrateID: integer,
  /** Written freely; only newer pages list it. */
  information: text,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
