import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { languageNameFields } from '../language-names.ts';
import { customerGroup } from './customer-group.ts';
import { customerGroups } from './customer-groups.ts';

/**
 * Groups of customers, a tree: all of them in one answer.
 * @deprecated Erply recommends instead: CRM API GET /v1/customers/groups.
 */
export const getCustomerGroups = defineCall({
  name: 'getCustomerGroups',
  docs: 'https://learn-api.erply.com/requests/getcustomergroups',
  effect: 'read',
  table: customerGroups,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only groups added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...attributeFilter(),
    ...languageInput(),
  }),
  rules: attributeFilterRules,
  result: { list: customerGroup },
  errors: [1030],
  loggable: ['changedSince', 'lang'],
  unserved: { fields: ['attributes', ...languageNameFields] },
  deprecated: 'CRM API GET /v1/customers/groups',
  evidence: 'Captured answer and a typed SDK; `subGroups` is inferred.',
});
