import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { wordList } from '../../wire/lists.ts';
import { anyCaseOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { address } from './address.ts';
import { addresses } from './addresses.ts';

/**
 * Addresses of customers, suppliers and the company itself.
 * @deprecated Erply recommends instead: CRM API GET /v1/addresses.
 */
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
    /**
     * Only addresses of this customer, supplier or company (ID 1). In the dataset demo supplier 1 has the company's ID,
     * so both have the addresses of 1.
     */
    ownerID: integer.optional(),
    /** Only addresses of this type. */
    typeID: integer.optional(),
    ...attributeFilter(),
    /** Only addresses added since, by the server's clock. */
    addedSince: unixSeconds.optional(),
    /** Only addresses added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...languageInput(),
    /** What to sort by; which words it takes is not known. */
    orderBy: text.optional(),
    /** The direction. */
    orderByDir: anyCaseOf(orderDirections).optional(),
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
    'orderByDir',
    'recordsOnPage',
    'pageNo',
    'getFields',
  ],
  unserved: { inputs: ['orderBy', 'orderByDir'] },
  deprecated: 'CRM API GET /v1/addresses',
  evidence: 'Captured answer and a typed SDK; the order is not documented, and that of the IDs is inferred.',
});
