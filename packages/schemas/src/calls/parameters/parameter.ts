import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { parameterTypes } from './parameter-types.ts';

const option = defineRecord(() => ({
  /** ID of the option; getProducts calls it `optionID`. */
  parameterOptionID: integer,
  /** Name of the option; getProducts calls it `optionName`. */
  parameterOptionName: text,
}));

/** A property that products of some groups can have, such as the diameter of a bearing. */
export const parameter = defineRecord(() => ({
  /** ID of the parameter. */
  parameterID: id,
  /** What people read. */
  parameterName: text,
  /** Unit of numeric values. */
  parameterUnitName: text,
  /** The type of its value. */
  parameterType: word(parameterTypes),
  /** The group of parameters. No call lists the groups. */
  parameterGroupID: integer,
  /** Name of the group. */
  parameterGroupName: text,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** What can be chosen; only for MULTIVALUE. The name is inferred from the same list in getProducts. */
  parameterOptions: z.array(option()).optional(),
}));
