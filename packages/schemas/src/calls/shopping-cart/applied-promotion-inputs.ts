import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/**
 * What made the price of a row that is saved: the numbered fields of calculateShoppingCart, sent back as they came. Only
 * the name `totalDiscount` was seen, the others are spelled like it (inferred). Ten discounts of a row are read.
 */
export const appliedPromotionInputs = () => ({
  /** The promotion of the first discount on the row; 0 for none. */
  promotionRule1promotionID: integer.optional(),
  /** The price list of the first discount; 0 for none. With neither it is a manual discount. */
  promotionRule1priceListID: integer.optional(),
  /** Name of the first discount; not kept. */
  promotionRule1name: text.optional(),
  /** Pieces that the first discount is on. */
  promotionRule1amount: decimal.optional(),
  /** What the first discount takes off the row. */
  promotionRule1totalDiscount: decimal.optional(),
  /** The promotion of the second discount on the row; 0 for none. */
  promotionRule2promotionID: integer.optional(),
  /** The price list of the second discount; 0 for none. With neither it is a manual discount. */
  promotionRule2priceListID: integer.optional(),
  /** Name of the second discount; not kept. */
  promotionRule2name: text.optional(),
  /** Pieces that the second discount is on. */
  promotionRule2amount: decimal.optional(),
  /** What the second discount takes off the row. */
  promotionRule2totalDiscount: decimal.optional(),
  /** The promotion of the third discount on the row; 0 for none. */
  promotionRule3promotionID: integer.optional(),
  /** The price list of the third discount; 0 for none. With neither it is a manual discount. */
  promotionRule3priceListID: integer.optional(),
  /** Name of the third discount; not kept. */
  promotionRule3name: text.optional(),
  /** Pieces that the third discount is on. */
  promotionRule3amount: decimal.optional(),
  /** What the third discount takes off the row. */
  promotionRule3totalDiscount: decimal.optional(),
  /** The promotion of the fourth discount on the row; 0 for none. */
  promotionRule4promotionID: integer.optional(),
  /** The price list of the fourth discount; 0 for none. With neither it is a manual discount. */
  promotionRule4priceListID: integer.optional(),
  /** Name of the fourth discount; not kept. */
  promotionRule4name: text.optional(),
  /** Pieces that the fourth discount is on. */
  promotionRule4amount: decimal.optional(),
  /** What the fourth discount takes off the row. */
  promotionRule4totalDiscount: decimal.optional(),
  /** The promotion of the fifth discount on the row; 0 for none. */
  promotionRule5promotionID: integer.optional(),
  /** The price list of the fifth discount; 0 for none. With neither it is a manual discount. */
  promotionRule5priceListID: integer.optional(),
  /** Name of the fifth discount; not kept. */
  promotionRule5name: text.optional(),
  /** Pieces that the fifth discount is on. */
  promotionRule5amount: decimal.optional(),
  /** What the fifth discount takes off the row. */
  promotionRule5totalDiscount: decimal.optional(),
  /** The promotion of the sixth discount on the row; 0 for none. */
  promotionRule6promotionID: integer.optional(),
  /** The price list of the sixth discount; 0 for none. With neither it is a manual discount. */
  promotionRule6priceListID: integer.optional(),
  /** Name of the sixth discount; not kept. */
  promotionRule6name: text.optional(),
  /** Pieces that the sixth discount is on. */
  promotionRule6amount: decimal.optional(),
  /** What the sixth discount takes off the row. */
  promotionRule6totalDiscount: decimal.optional(),
  /** The promotion of the seventh discount on the row; 0 for none. */
  promotionRule7promotionID: integer.optional(),
  /** The price list of the seventh discount; 0 for none. With neither it is a manual discount. */
  promotionRule7priceListID: integer.optional(),
  /** Name of the seventh discount; not kept. */
  promotionRule7name: text.optional(),
  /** Pieces that the seventh discount is on. */
  promotionRule7amount: decimal.optional(),
  /** What the seventh discount takes off the row. */
  promotionRule7totalDiscount: decimal.optional(),
  /** The promotion of the eighth discount on the row; 0 for none. */
  promotionRule8promotionID: integer.optional(),
  /** The price list of the eighth discount; 0 for none. With neither it is a manual discount. */
  promotionRule8priceListID: integer.optional(),
  /** Name of the eighth discount; not kept. */
  promotionRule8name: text.optional(),
  /** Pieces that the eighth discount is on. */
  promotionRule8amount: decimal.optional(),
  /** What the eighth discount takes off the row. */
  promotionRule8totalDiscount: decimal.optional(),
  /** The promotion of the ninth discount on the row; 0 for none. */
  promotionRule9promotionID: integer.optional(),
  /** The price list of the ninth discount; 0 for none. With neither it is a manual discount. */
  promotionRule9priceListID: integer.optional(),
  /** Name of the ninth discount; not kept. */
  promotionRule9name: text.optional(),
  /** Pieces that the ninth discount is on. */
  promotionRule9amount: decimal.optional(),
  /** What the ninth discount takes off the row. */
  promotionRule9totalDiscount: decimal.optional(),
  /** The promotion of the tenth discount on the row; 0 for none. */
  promotionRule10promotionID: integer.optional(),
  /** The price list of the tenth discount; 0 for none. With neither it is a manual discount. */
  promotionRule10priceListID: integer.optional(),
  /** Name of the tenth discount; not kept. */
  promotionRule10name: text.optional(),
  /** Pieces that the tenth discount is on. */
  promotionRule10amount: decimal.optional(),
  /** What the tenth discount takes off the row. */
  promotionRule10totalDiscount: decimal.optional(),
});
