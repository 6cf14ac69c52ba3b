import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';

/** What a product's row in a price list can have beside its price. */
export const priceListRowInputs = () => ({
  /**
   * The least amount that the price is for, not negative; quantity price lists module, 1078 without. A list takes a
   * product once with each amount.
   */
  amount: integer.optional(),
  /** What somebody else pays towards the price, not negative; price list subsidy module. */
  subsidy: decimal.optional(),
  /** Sort of subsidy; price list subsidy module. */
  subsidyTypeID: integer.optional(),
  /** Page of the flyer; price list subsidy module. */
  page: integer.optional(),
  /** Place on that page; price list subsidy module. */
  positionOnPage: integer.optional(),
  /** Units that are expected to be sold; price list subsidy module. */
  forecastUnits: integer.optional(),
});

const subsidy = { module: 'priceListSubsidy', code: 1028 } as const;

/** The modules that those inputs need. */
export const priceListRowModules = {
  amount: { module: 'quantityPriceLists', code: 1078 },
  subsidy,
  subsidyTypeID: subsidy,
  page: subsidy,
  positionOnPage: subsidy,
  forecastUnits: subsidy,
} as const;
