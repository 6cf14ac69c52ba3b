import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { anyCaseOf } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { vatRate } from './vat-rate.ts';
import { vatRates } from './vat-rates.ts';

/** Tax rates, archived ones too. Nothing shows what has changed, and deletions are not logged. */
export const getVatRates = defineCall({
  name: 'getVatRates',
  docs: 'https://learn-api.erply.com/requests/getvatrates',
  effect: 'read',
  table: vatRates,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this rate. */
    id: integer.optional(),
    ...languageInput(),
    /** What to sort by; `order` when left out: the order of the account's own list, where rates stand as they were added. */
    orderBy: anyCaseOf(['id', 'name', 'active', 'order']).optional(),
    /** `desc` when left out, unlike elsewhere. */
    orderByDir: anyCaseOf(orderDirections).optional(),
    /** 1 for only the rates in use, 0 for only those that are archived. */
    active: flag.optional(),
    ...pagingInputs(),
    ...attributeFilter(),
  }),
  rules: attributeFilterRules,
  result: { list: vatRate },
  order: {
    fields: { id: 'id', name: 'name', active: 'active', order: 'id' },
    orderBy: 'order',
    orderByDir: 'desc',
  },
  paging: {
    defaultPageSize: 20,
    maxPageSize: () => 1000,
    stableOrder: { orderBy: 'id', orderByDir: 'asc' },
    stableKey: 'id',
  },
  errors: [1030],
  loggable: ['id', 'orderBy', 'orderByDir', 'active', 'recordsOnPage', 'pageNo', 'lang'],
  evidence: 'Wire types from a captured answer and a typed SDK; those of tax components are inferred.',
});
