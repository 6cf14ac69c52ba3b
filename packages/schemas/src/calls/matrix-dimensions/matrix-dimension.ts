import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

const value = defineRecord(() => ({
  /** ID of the value; getProducts has it as `variationID` and `dimensionValueID`. */
  variationID: integer,
  /** What people read: "Medium". */
  name: text,
  /** Code of the value: "M". */
  code: text,
  /** Place among the values of the dimension. */
  order: integer,
}));

/** A property in which the variations of a matrix product differ, such as size or colour. */
export const matrixDimension = defineRecord(() => ({
  /** ID of the dimension. */
  dimensionID: id,
  /** What people read: "Size". */
  name: text,
  /** Its values. */
  variations: z.array(value()),
}));
