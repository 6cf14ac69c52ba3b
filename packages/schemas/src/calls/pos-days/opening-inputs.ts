import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';

/** What a day is opened with. */
export const openingInputs = () => ({
  /** The register. */
  pointOfSaleID: integer,
  /** Who opens it; who calls when left out. */
  employeeID: integer.optional(),
  /** Cash that was counted; only `queryOpenDay=1` does without. */
  openedSum: decimal.optional(),
  /** When it was opened. The same register and time again updates the day; only `queryOpenDay=1` does without. */
  openedUnixTime: unixSeconds.optional(),
  /** 1 only asks which day is open. */
  queryOpenDay: flag.optional(),
  /** The currency, in a call of its own each; POS multicurrency module. The account's when left out or unknown (inferred). */
  currencyCode: text.optional(),
  ...attributeInputs(),
});
