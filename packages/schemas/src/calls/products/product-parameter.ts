import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, idString, integerString } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';

const option = defineRecord(() => ({
  /** ID of the option. */
  optionID: id,
  /** The option's name. */
  optionName: text,
  /** What the option adds to the price. */
  optionAdditionalPrice: decimal,
}));

/** A property from the parameters module, which web shops use. Plain key and value pairs are `attributes`. */
export const productParameter = defineRecord(() => ({
  /** ID of the parameter. */
  parameterID: idString,
  /** The parameter's name. */
  parameterName: text,
  /** The type of its value. */
  parameterType: word(['TEXT', 'NUMERIC', 'BOOLEAN', 'MULTIVALUE']),
  /** The group of parameters; product groups have some of them. */
  parameterGroupID: integerString,
  /** Absent for MULTIVALUE. */
  parameterValue: text.optional(),
  /** The options that are on; only for MULTIVALUE. */
  parameterOptions: z.array(option()).optional(),
}));
