import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { service } from './service.ts';
import { services } from './services.ts';

/**
 * Services, which products without stock took the place of: most accounts have none, and no call saves one.
 * @deprecated Erply recommends instead: getProducts, where services are products without stock.
 */
export const getServices = defineCall({
  name: 'getServices',
  docs: 'https://learn-api.erply.com/requests/getservices',
  effect: 'read',
  table: services,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this service. */
    serviceID: integer.optional(),
    /** Only services whose name has this in it (inferred). */
    searchName: text.optional(),
    /** Only services of this product group. */
    groupID: integer.optional(),
    ...attributeFilter(),
    ...languageInput(),
    /** Only services added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  rules: attributeFilterRules,
  searches: { searchName: { match: 'contains', fields: ['name'] } },
  result: { list: service },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1030],
  loggable: ['serviceID', 'groupID', 'lang', 'changedSince', 'recordsOnPage', 'pageNo'],
  deprecated: 'getProducts, where services are products without stock',
  evidence: 'Documented; whether prices come inside quotes is not known, and the order is not documented.',
});
