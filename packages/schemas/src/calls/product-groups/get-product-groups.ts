import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { allLanguagesInput, languageInput } from '../language-inputs.ts';
import { productGroup } from './product-group.ts';
import { productGroups } from './product-groups.ts';

/**
 * Product groups as a tree, all of it in one answer: walk `subGroups`.
 * @deprecated Erply recommends instead: PIM API.
 */
export const getProductGroups = defineCall({
  name: 'getProductGroups',
  docs: 'https://learn-api.erply.com/requests/getproductgroups',
  effect: 'read',
  table: productGroups,
  session: 'required',
  input: () => ({
    /** Only this group. */
    productGroupID: integer.optional(),
    /** 1 for only the groups that the web shop shows. */
    showInWebshop: flag.optional(),
    /** Only groups added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...attributeFilter(),
    ...languageInput(),
    ...allLanguagesInput(),
  }),
  rules: attributeFilterRules,
  result: { list: productGroup },
  errors: [1030],
  loggable: ['productGroupID', 'showInWebshop', 'changedSince', 'lang', 'getAllLanguages'],
  deprecated: 'PIM API',
  evidence: 'Wire types from captured answers and a typed SDK.',
});
