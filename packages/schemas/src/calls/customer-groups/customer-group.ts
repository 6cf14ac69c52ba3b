import * as z from 'zod';

import { defineRecord, type FieldsDefinition } from '../../define-record.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

const ownFields = () => ({
  /** The same as `customerGroupID`; deprecated. */
  clientGroupID: integer,
  /** ID of the group. */
  customerGroupID: id,
  /** The group above it; 0 at the top. */
  parentID: integer,
  /** In the account's language, or that of `lang`. */
  name: text,
  /** The first of the price lists of its customers. */
  pricelistID: integer,
  /** Another one. */
  pricelistID2: integer,
  /** Another one. */
  pricelistID3: integer,
  /** Another one. */
  pricelistID4: integer,
  /** Another one. */
  pricelistID5: integer,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
});

const lastFields = () => ({
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
});

/** Spelled out, because TypeScript cannot infer a record that holds itself. */
type CustomerGroupShape = ReturnType<typeof ownFields> & {
  /** The groups below it, in the same form (inferred). */
  subGroups: z.ZodArray<z.ZodObject<CustomerGroupShape, z.core.$loose>>;
} & ReturnType<typeof lastFields>;

/** A group of customers. Groups form a tree; every customer is in one. */
export const customerGroup: FieldsDefinition<CustomerGroupShape> = defineRecord(() => ({
  ...ownFields(),
  /** The groups below it, in the same form (inferred). */
  get subGroups() {
    return z.array(customerGroup());
  },
  ...lastFields(),
}));
