import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { customerGroup } from './customer-group.ts';
import { customerGroups } from './customer-groups.ts';

/**
 * Groups of customers as a tree, all of it in one answer: walk `subGroups`.
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
  deprecated: 'CRM API GET /v1/customers/groups',
  evidence: 'Captured answer and a typed SDK; `subGroups` is inferred.',
});
