import { decimal } from '../../wire/decimal.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { shortText, text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';

/** What is written down of cash that comes or goes. */
export const cashInputs = () => ({
  /** The record to edit; a new one is made when left out. */
  transactionID: integer.optional(),
  /** The register. */
  pointOfSaleID: integer,
  /** Who did it; who calls when left out. */
  employeeID: integer.optional(),
  /** How much; 0 when the drawer was only opened. */
  sum: decimal,
  /** The account's currency when left out or unknown. */
  currencyCode: text.optional(),
  /** Why: a reason for `CASH_IN` or `CASH_OUT` (1011 for another, inferred). Only newer pages list it. */
  reasonID: integer.optional(),
  /** 255 characters at most. */
  comment: shortText(255).optional(),
  /** When it happened; now when left out. */
  added: unixSeconds.optional(),
  ...attributeInputs(),
});
