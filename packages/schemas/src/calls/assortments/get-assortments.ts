import { defineCall } from '../../define-call.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { assortment } from './assortment.ts';
import { assortments } from './assortments.ts';

/**
 * Assortments: which of them a location has is in getWarehouses. Deletions are not logged.
 * @deprecated Erply recommends instead: PIM API GET /v1/assortment.
 */
export const getAssortments = defineCall({
  name: 'getAssortments',
  docs: 'https://learn-api.erply.com/requests/getassortments',
  effect: 'read',
  table: assortments,
  right: 'view',
  session: 'required',
  input: () => ({
    ...languageInput(),
    ...attributeFilter(),
    ...pagingInputs(),
  }),
  rules: attributeFilterRules,
  module: 'assortments',
  result: { list: assortment },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006, 1030],
  loggable: ['lang', 'recordsOnPage', 'pageNo'],
  deprecated: 'PIM API GET /v1/assortment',
  evidence: 'Documented.',
});
