import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { savedRecord } from '../saved-record.ts';
import { productPackages } from './product-packages.ts';

/**
 * Adds a package to a product, or edits the one of `packageID`. A product may have two packages of one type.
 * @deprecated Erply recommends instead: PIM API POST /v1/product/package.
 */
export const saveProductPackage = defineCall({
  name: 'saveProductPackage',
  docs: 'https://learn-api.erply.com/requests/saveproductpackage',
  effect: 'write',
  table: productPackages,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The package to edit; a new one is made when left out. */
    packageID: integer.optional(),
    /** The product; a new package needs it, and an old one cannot be moved: 1013 with `packageID`. */
    productID: integer.optional(),
    /** The kind of package; a new package needs it. */
    packageTypeID: integer.optional(),
    /** Units in the package, more than 0 (else 1014); a new package needs it. */
    packageAmount: decimal.optional(),
    /** Bar code; nothing is looked up by it. */
    packageCode: text.optional(),
    /** Without packaging, kilograms or pounds by the account's country; not negative (1014). */
    packageNetWeight: decimal.optional(),
    /** With packaging; not negative (1014). */
    packageGrossWeight: decimal.optional(),
    /** Millimetres or inches by the account's country; not negative (1014). */
    packageLength: decimal.optional(),
    /** As `packageLength`. */
    packageWidth: decimal.optional(),
    /** As `packageLength`. */
    packageHeight: decimal.optional(),
  }),
  rules: [{ kind: 'notTogether', inputs: ['packageID', 'productID'] }],
  createNeeds: [['productID'], ['packageTypeID'], ['packageAmount']],
  result: { one: savedRecord('packageID') },
  example: { productID: 1, packageTypeID: 2, packageAmount: 12 },
  errors: [1010, 1011, 1013, 1014, 1061, 1062],
  loggable: ['packageID', 'productID', 'packageTypeID'],
  deprecated: 'PIM API POST /v1/product/package',
  evidence: 'Documented; what 1014 and 1013 mean too.',
});
