import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { anyCaseOf, oneOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { detailInput } from '../detail-input.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { supplier } from './supplier.ts';
import { suppliers } from './suppliers.ts';

/**
 * Suppliers and their contact persons.
 * @deprecated Erply recommends instead: PIM API GET /v1/supplier.
 */
export const getSuppliers = defineCall({
  name: 'getSuppliers',
  docs: 'https://learn-api.erply.com/requests/getsuppliers',
  effect: 'read',
  table: suppliers,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this supplier. */
    supplierID: integer.optional(),
    /** Only suppliers whose name, e-mail address or telephone has this in it. */
    searchName: text.optional(),
    /** Only persons whose whole name has this in it. */
    searchPersonFullName: text.optional(),
    /** Only persons whose first name has this in it. */
    searchPersonFirstName: text.optional(),
    /** Only persons whose last name has this in it. */
    searchPersonLastName: text.optional(),
    /** Only suppliers with this VAT number. */
    searchVATNo: text.optional(),
    /** Only the supplier with exactly this number in the register. */
    searchRegistryCode: text.optional(),
    ...attributeFilter(),
    /** Only suppliers that this employee looks after. */
    supplierManagerID: integer.optional(),
    /** Only suppliers of this group. */
    groupID: integer.optional(),
    /** 1 for only those that exchange documents by Docura. */
    docuraEDIEnabled: flag.optional(),
    /** Companies, their contact persons or both; both when left out, unlike in getCustomers. */
    mode: oneOf(['SUPPLIERS', 'CONTACTS', 'ALL']).optional(),
    /** Only suppliers added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    /** What to sort by; `name` when left out. */
    orderBy: anyCaseOf(['supplierID', 'name', 'group', 'lastChanged']).optional(),
    /** `asc` when left out. */
    orderByDir: anyCaseOf(orderDirections).optional(),
    ...pagingInputs(),
    ...detailInput(),
  }),
  rules: attributeFilterRules,
  result: { list: supplier },
  order: {
    fields: { supplierID: 'supplierID', name: 'fullName', group: 'groupID', lastChanged: 'lastModified' },
    orderBy: 'name',
    orderByDir: 'asc',
  },
  searches: {
    searchName: { match: 'contains', fields: ['fullName', 'email', 'phone', 'mobile'] },
    searchPersonFullName: { match: 'contains', fields: ['fullName'] },
    searchPersonFirstName: { match: 'contains', fields: ['firstName'] },
    searchPersonLastName: { match: 'contains', fields: ['lastName'] },
    searchVATNo: { match: 'equals', fields: ['vatNumber'] },
    searchRegistryCode: { match: 'equals', fields: ['code'] },
  },
  detailFields: [
    'vatNumber',
    'skype',
    'website',
    'bankName',
    'bankAccountNumber',
    'bankIBAN',
    'bankSWIFT',
    'notes',
    'birthday',
    'companyID',
    'parentCompanyName',
    'supplierManagerName',
    'supplierManagerID',
    'paymentDays',
    'lastModified',
    'added',
  ],
  paging: {
    defaultPageSize: 20,
    maxPageSize: () => 100,
    stableOrder: { orderBy: 'supplierID', orderByDir: 'asc' },
    stableKey: 'supplierID',
  },
  errors: [1030, 1060],
  loggable: [
    'supplierID',
    'groupID',
    'mode',
    'changedSince',
    'orderBy',
    'orderByDir',
    'recordsOnPage',
    'pageNo',
    'responseMode',
  ],
  unserved: { inputs: ['docuraEDIEnabled'] },
  deprecated: 'PIM API GET /v1/supplier',
  evidence: 'Wire types from a typed SDK.',
});
