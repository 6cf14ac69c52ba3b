import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { rows } from '../../wire/numbered.ts';
import { oneOf, text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { languageNameInputs } from '../language-names.ts';
import { priceListRuleTypes } from './price-list-rule-types.ts';
import { priceListTypes } from './price-list-types.ts';
import { priceLists } from './price-lists.ts';
import { savedPriceList } from './saved-price-list.ts';

const rule = () => ({
  /** What `id` is the ID of. */
  type: oneOf(priceListRuleTypes),
  /** The product, product group or service. */
  id: integer,
  /** Net; of a PRODUCT or SERVICE. */
  price: decimal.optional(),
  /** Of a PRODGROUP. */
  discountPercent: decimal.optional(),
  /** The least amount that the price is for; quantity price lists module, 1078 without. */
  amount: integer.optional(),
});

/**
 * Makes a price list, or edits the one of `pricelistID`. Rules are merged: one that the list has for the same thing is
 * replaced, others stay. Send long lists in parts of about 1000 rules; deleteProductInPriceList takes rows out.
 */
export const savePriceList = defineCall({
  name: 'savePriceList',
  docs: 'https://learn-api.erply.com/requests/savepricelist',
  effect: 'write',
  table: priceLists,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The list to edit; a new one is made when left out. */
    pricelistID: integer.optional(),
    /** What people read; a new list needs it (inferred). */
    name: text.optional(),
    ...languageNameInputs(),
    /** First day of the list. */
    startDate: isoDate.optional(),
    /** Last day of the list. */
    endDate: isoDate.optional(),
    /** 0 to keep the list from changing prices; 1 when left out of a new one (inferred). */
    active: flag.optional(),
    /** Price list types module. */
    type: oneOf(priceListTypes).optional(),
    /** Rules to set: `type1`, `id1`, `price1` and so on. The names are inferred. */
    pricelistRules: rows(rule()).optional(),
    ...attributeInputs(),
  }),
  moduleInputs: { type: { module: 'priceListTypes', code: 1028 } },
  createNeeds: [['name']],
  result: { one: savedPriceList },
  example: { name: 'Autumn Sale' },
  errors: [1006, 1010, 1011, 1014, 1016, 1028, 1061, 1062, 1078, 1152],
  loggable: ['pricelistID', 'startDate', 'endDate', 'active', 'type'],
  evidence: 'Answer from a typed SDK; the names of the numbered inputs are inferred.',
});
