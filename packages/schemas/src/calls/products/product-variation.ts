import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { idString, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

const dimension = defineRecord(() => ({
  /** Name of the dimension: "Size". */
  name: text,
  /** Name of the value: "Medium". */
  value: text,
  /** Code of the value: "M". */
  code: text,
  /** Place of the value among the others of its dimension. */
  order: integer,
  /** ID of the dimension. */
  dimensionID: integer,
  /** ID of the value; `variationDescription` calls it `variationID`. */
  dimensionValueID: integer,
}));

/** A variation, as its matrix product lists it. */
export const productVariation = defineRecord(() => ({
  /** The variation: a product of its own. */
  productID: idString,
  /** The variation's name. */
  name: text,
  /** The variation's code. */
  code: text,
  /** The variation's EAN or UPC. */
  code2: text,
  /** Three at most. */
  dimensions: z.array(dimension()),
}));
