import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { wordList } from '../../wire/lists.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { address } from './address.ts';
import { addresses } from './addresses.ts';

/** Addresses of customers, suppliers and the company itself. */
export const getAddresses = defineCall({
  name: 'getAddresses',
  docs: 'https://learn-api.erply.com/requests/getaddresses',
  effect: 'read',
  table: addresses,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this address (inferred). */
    addressID: integer.optional(),
    /** Only addresses of this customer, supplier or company. */
    ownerID: integer.optional(),
    /** Only addresses of this type. */
    typeID: integer.optional(),
    ...attributeFilter(),
    /** Only addresses added since, by the server's clock. */
    addedSince: unixSeconds.optional(),
    /** Only addresses added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...languageInput(),
    ...pagingInputs(),
    /** Only these fields of the record; fields inside of fields stay. A record with none of them comes empty. */
    getFields: wordList.optional(),
  }),
  rules: attributeFilterRules,
  result: { list: address },
  filters: { addedSince: { field: 'added', by: 'from' } },
  paging: {
    defaultPageSize: 20,
    maxPageSize: () => 100,
    stableOrder: {},
    stableKey: 'addressID',
  },
  errors: [1030, 1060],
  loggable: [
    'lang',
    'addressID',
    'ownerID',
    'typeID',
    'addedSince',
    'changedSince',
    'recordsOnPage',
    'pageNo',
    'getFields',
  ],
  unserved: { fields: ['attributes'] },
  deprecated: 'CRM API GET /v1/addresses',
  evidence: 'Captured answer and a typed SDK; the order is not documented.',
});
