import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal, priceString } from '../../wire/decimal.ts';
import { idString } from '../../wire/integer.ts';
import { priceCalculationStep } from './price-calculation-step.ts';

/** What a product costs, before and after the price lists. */
export const productPrices = defineRecord(() => ({
  /** The product. */
  productID: idString,
  /** Net, from the card; two to four decimals. */
  defaultPrice: priceString,
  /** Gross, from the card; two decimals. */
  defaultPriceWithVAT: decimal,
  /** Net, after the price lists; two to four decimals. */
  specialPrice: priceString,
  /** Gross, after the price lists; two decimals. */
  specialPriceWithVAT: decimal,
  /** How `specialPrice` came about; only with `getPriceCalculationSteps`. */
  priceCalculationSteps: z.array(priceCalculationStep()).optional(),
}));
