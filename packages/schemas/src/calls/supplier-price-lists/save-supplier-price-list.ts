import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { rows } from '../../wire/numbered.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { supplierPriceLists } from './supplier-price-lists.ts';

const rule = () => ({
  /** The product. */
  productID: integer,
  /** Net, not negative. */
  price: decimal,
  /** The least amount that the price is for, not negative; quantity price lists module, 1078 without. */
  amount: integer.optional(),
});

/**
 * Makes a price list of a supplier, or edits the one of `supplierPriceListID`. Prices are merged: one that the list has
 * for the same product and amount is replaced, others stay. deleteProductsFromSupplierPriceList takes rows out.
 */
export const saveSupplierPriceList = defineCall({
  name: 'saveSupplierPriceList',
  docs: 'https://learn-api.erply.com/requests/savesupplierpricelist',
  effect: 'write',
  table: supplierPriceLists,
  right: 'save',
  session: 'required',
  module: 'supplierPriceLists',
  input: () => ({
    /** The list to edit; a new one is made when left out. */
    supplierPriceListID: integer.optional(),
    /** What people read; a new list needs it. */
    name: text.optional(),
    /** Whose prices they are; a new list needs it. */
    supplierID: integer.optional(),
    /** First day of the list. */
    startDate: isoDate.optional(),
    /** Last day of the list. */
    endDate: isoDate.optional(),
    /** 0 to keep the list from suggesting prices; 1 when left out of a new one (inferred). */
    active: flag.optional(),
    /** Prices to set: `productID1`, `price1` and so on. The names are inferred. */
    pricelistRules: rows(rule()).optional(),
    ...attributeInputs(),
  }),
  createNeeds: [['name'], ['supplierID']],
  result: { one: savedRecord('supplierPriceListID') },
  example: { name: 'Autumn Prices', supplierID: 1 },
  errors: [1006, 1010, 1011, 1014, 1061, 1062, 1078],
  loggable: ['supplierPriceListID', 'supplierID', 'startDate', 'endDate', 'active'],
  evidence: 'Answer from a typed SDK; the names of the numbered inputs are inferred.',
});
