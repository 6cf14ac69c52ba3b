import * as z from 'zod';

import { defineRecord, type FieldsDefinition } from '../../define-record.ts';
import { flag, flagString } from '../../wire/flag.ts';
import { id, idString, integer, integerString, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { languageNames } from '../language-names.ts';

const image = defineRecord(() => ({
  /** ID of the picture. */
  pictureID: idString,
  /** The smallest. */
  thumbURL: text,
  /** Of middle size. */
  smallURL: text,
  /** The largest. */
  largeURL: text,
}));

const locationTax = defineRecord(() => ({
  /** The location. */
  warehouseID: integer,
  /** Its tax rate for products of the group. */
  vatrateID: integer,
}));

const ownFields = () => ({
  /** ID of the group. */
  productGroupID: id,
  /** The same ID again, inside quotes; in captured answers, in no document. */
  id: idString,
  /** In the account's language, or that of `lang`. */
  name: text,
  ...languageNames(),
  /** 1 when the web shop shows it; inside quotes. */
  showInWebshop: flagString,
  /** 1 keeps promotions off its products. */
  nonDiscountable: flag,
  /** Place among the groups of its level. */
  positionNo: integer,
  /** 0 at the top. */
  parentGroupID: integerString,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Absent when there are none. */
  images: z.array(image()).optional(),
});

const lastFields = () => ({
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
  /** Tax rates of single locations; absent when there are none. */
  vatrates: z.array(locationTax()).optional(),
});

/** Spelled out, because TypeScript cannot infer a record that holds itself. */
type ProductGroupShape = ReturnType<typeof ownFields> & {
  /** The groups below it, in the same form. */
  subGroups: z.ZodArray<z.ZodObject<ProductGroupShape, z.core.$loose>>;
} & ReturnType<typeof lastFields>;

/** A group of products. Groups form a tree; every product is in one. */
export const productGroup: FieldsDefinition<ProductGroupShape> = defineRecord(() => ({
  ...ownFields(),
  /** The groups below it, in the same form. */
  get subGroups() {
    return z.array(productGroup());
  },
  ...lastFields(),
}));
