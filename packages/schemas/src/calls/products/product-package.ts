import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A size that a product is packed in, such as a crate of 20. */
export const productPackage = defineRecord(() => ({
  /** ID of the package. */
  packageID: id,
  /** Name of the package type, in the language of the request. */
  packageType: text,
  /** Type of the package. */
  packageTypeID: integer,
  /** Units in the package. */
  packageAmount: decimal,
  /** Bar code. */
  packageCode: text,
  /** Without packaging. */
  packageNetWeight: decimal,
  /** With packaging. */
  packageGrossWeight: decimal,
  /** In the account's unit. */
  packageLength: decimal,
  /** In the account's unit. */
  packageWidth: decimal,
  /** In the account's unit. */
  packageHeight: decimal,
}));
