import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { classifierNameFields, classifierNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { vatRates } from './vat-rates.ts';

/** Makes a tax rate, or edits the one of `vatRateID`, whose percentage stays what it is. */
export const saveVatRate = defineCall({
  name: 'saveVatRate',
  docs: 'https://learn-api.erply.com/requests/savevatrate',
  effect: 'write',
  table: vatRates,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The rate to edit; a new one is made when left out. Written so here, `vatrateID` in other calls. */
    vatRateID: integer.optional(),
    /** What people read, such as "20%"; a new rate needs it. */
    name: text.optional(),
    ...classifierNameInputs(),
    /** Percent, not negative; a new rate needs it unless it is for reverse VAT. An edit ignores it. */
    rate: decimal.optional(),
    /** Code for accounting. */
    code: text.optional(),
    /** 0 archives it; 1 when left out. */
    active: flag.optional(),
    /** 1 for reverse VAT: then without `rate` (1013) and with `reverseRate` (1016). Never changes (1013). */
    isReverseVat: flag.optional(),
    /** Percent of reverse VAT, only with `isReverseVat`. Never changes (1013). */
    reverseRate: decimal.optional(),
    /** The rate that stands in where GST is exempt; Canada. */
    gstExemptTaxRateID: integer.optional(),
    /** Postal code that the tax is for; United States. */
    ZIPCode: text.optional(),
    /** Goods that the tax is for; United States. */
    category: text.optional(),
    /** State; the name of its component, too. */
    state: text.optional(),
    /** County; the name of its component, too. */
    county: text.optional(),
    /** Town; the name of its component, too. */
    city: text.optional(),
    /** Name of the component that is of no state, county or town. */
    otherTaxName: text.optional(),
    /** Percent of the state. */
    stateTaxRate: decimal.optional(),
    /** Percent of the county. */
    countyTaxRate: decimal.optional(),
    /** Percent of the town. */
    cityTaxRate: decimal.optional(),
    /** Percent of the other component. */
    otherTaxRate: decimal.optional(),
    ...attributeInputs(),
  }),
  createNeeds: [['name', ...classifierNameFields]],
  result: { one: savedRecord(/** ID of the rate: `id`, inside quotes, in the read call. */ 'vatRateID') },
  example: { name: '5%', code: 'VAT5', rate: 5 },
  errors: [1010, 1011, 1013, 1014, 1016, 1061, 1062, 1075],
  loggable: ['vatRateID', 'rate', 'active', 'isReverseVat', 'reverseRate', 'gstExemptTaxRateID'],
  evidence: 'Documented, the answer from a typed SDK; what the components of a rate become is inferred.',
});
