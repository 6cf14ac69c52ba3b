import { defineRecord } from '../../define-record.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** One property of a variation, such as its size. */
export const variationDimension = defineRecord(() => ({
  /** Name of the dimension: "Size". */
  name: text,
  /** Name of the value: "Medium". */
  value: text,
  /** Place of the dimension among the others. */
  order: integer,
  /** ID of the dimension. */
  dimensionID: integer,
  /** ID of the value; `variationList` calls it `dimensionValueID`. */
  variationID: integer,
}));
