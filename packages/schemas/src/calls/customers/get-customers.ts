import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList, wordList } from '../../wire/lists.ts';
import { monthDay } from '../../wire/month-day.ts';
import { anyCaseOf, oneOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { detailInput } from '../detail-input.ts';
import { languageInput } from '../language-inputs.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { customer } from './customer.ts';
import { customers } from './customers.ts';

/** Customers: companies and persons, and the contact persons of companies when asked for. */
export const getCustomers = defineCall({
  name: 'getCustomers',
  docs: 'https://learn-api.erply.com/requests/getcustomers',
  effect: 'read',
  table: customers,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this customer. */
    customerID: integer.optional(),
    /** Only these customers; no blanks around the commas. */
    customerIDs: idList.optional(),
    /** Only customers whose name, e-mail address, telephone or card number begins so. */
    searchName: text.optional(),
    /** As `searchName`, and an exact number in the register; no order and no pages. */
    searchNameIncrementally: text.optional(),
    /** 1 for `searchName` and `searchPersonFullName` to be found anywhere, not just at the beginning. */
    searchFromMiddle: flag.optional(),
    /** Only persons whose "First Last" begins so. */
    searchPersonFullName: text.optional(),
    /** Only persons with exactly this first name. */
    searchPersonFirstName: text.optional(),
    /** Only persons with exactly this last name. */
    searchPersonLastName: text.optional(),
    /** Only customers with exactly this e-mail address. */
    searchEmail: text.optional(),
    /** Only customers with exactly this mobile telephone. */
    searchMobile: text.optional(),
    /** Only customers with exactly this VAT number. */
    searchVATNo: text.optional(),
    /** Only the customer with exactly this card number. */
    searchCode: text.optional(),
    /** Only the customer with exactly this number in the register. */
    searchRegistryCode: text.optional(),
    ...attributeFilter(),
    /** Only customers that this employee looks after. */
    clientManagerID: integer.optional(),
    /** Only customers of exactly this group. */
    groupID: integer.optional(),
    /** Only customers of this group and of those below it. */
    groupIDWithSubgroups: integer.optional(),
    /** Only customers for whom this one pays. */
    payerID: integer.optional(),
    /** Greek accounts only (1128 elsewhere). */
    taxOfficeID: integer.optional(),
    /** Only those that were marked, or those that were not. */
    flagStatus: flag.optional(),
    /** Only those with a mark of this colour. */
    colorStatus: oneOf(['red', 'green', 'yellow', 'blue']).optional(),
    /** Customers, contact persons of companies, or both; `CUSTOMERS` when left out. */
    mode: oneOf(['CUSTOMERS', 'CONTACTS', 'ALL']).optional(),
    /** 1 adds balance and credit: invoices less payments, in the account's currency. */
    getBalanceInfo: flag.optional(),
    /** 1 leaves out of the balance what was paid in advance. */
    getBalanceWithoutPrepayments: flag.optional(),
    /** 1 for only those that stand for sales without a customer. */
    getPOSDefaultCustomers: flag.optional(),
    /** 1 adds `addresses`. */
    getAddresses: flag.optional(),
    /** 1 adds `contactPersons`. */
    getContactPersons: flag.optional(),
    /** 1 adds `associations` and `professionals`: no call is known that ties customers, so both are empty lists. */
    getAssociationsAndProfessionals: flag.optional(),
    /** 1 for a `recordsTotal` that says nothing: read until a page is empty. */
    doNotCalculateRecordsTotal: flag.optional(),
    /** Only persons whose birthday is that day of the year or later, as `12-24`; a span may go over the new year. */
    birthdayMonthDayFrom: monthDay.optional(),
    /** Only persons whose birthday is that day of the year or earlier. */
    birthdayMonthDayTo: monthDay.optional(),
    /** Only customers added at that time or later. */
    createdUnixTimeFrom: unixSeconds.optional(),
    /** Only customers added at that time or earlier. */
    createdUnixTimeTo: unixSeconds.optional(),
    /** Only customers added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...languageInput(),
    /** What to sort by; `name` when left out (inferred). */
    orderBy: anyCaseOf(['customerID', 'name', 'group', 'lastChanged']).optional(),
    /** `asc` when left out. */
    orderByDir: anyCaseOf(orderDirections).optional(),
    ...pagingInputs(),
    ...detailInput(),
    /** Only these fields of the record; fields inside of fields stay. A record with none of them comes empty. */
    getFields: wordList.optional(),
  }),
  rules: attributeFilterRules,
  result: { list: customer },
  order: {
    fields: { customerID: 'customerID', name: 'fullName', group: 'groupID', lastChanged: 'lastModified' },
    orderBy: 'name',
    orderByDir: 'asc',
  },
  filters: {
    customerIDs: { field: 'customerID', by: 'oneOf' },
    createdUnixTimeFrom: { field: 'added', by: 'from' },
    createdUnixTimeTo: { field: 'added', by: 'to' },
  },
  searches: {
    searchPersonFirstName: { match: 'equals', fields: ['firstName'] },
    searchPersonLastName: { match: 'equals', fields: ['lastName'] },
    searchEmail: { match: 'equals', fields: ['email'] },
    searchMobile: { match: 'equals', fields: ['mobile'] },
    searchVATNo: { match: 'equals', fields: ['vatNumber'] },
    searchCode: { match: 'equals', fields: ['customerCardNumber'] },
    searchRegistryCode: { match: 'equals', fields: ['code'] },
  },
  detailFields: [
    'vatNumber',
    'skype',
    'website',
    'webshopUsername',
    'webshopLastLogin',
    'bankName',
    'bankAccountNumber',
    'bankIBAN',
    'bankSWIFT',
    'notes',
    'jobTitleID',
    'companyID',
    'customerManagerID',
    'paymentDays',
    'businessAreaID',
    'jobTitleName',
    'employerName',
    'customerManagerName',
    'businessAreaName',
    'penaltyPerDay',
    'priceListID',
    'priceListID2',
    'priceListID3',
    'priceListID4',
    'priceListID5',
    'outsideEU',
    'lastModified',
    'added',
  ],
  paging: {
    defaultPageSize: 20,
    maxPageSize: () => 100,
    stableOrder: { orderBy: 'customerID', orderByDir: 'asc' },
    stableKey: 'customerID',
  },
  errors: [1030, 1060, 1120, 1128, 1148],
  loggable: [
    'lang',
    'customerID',
    'customerIDs',
    'clientManagerID',
    'groupID',
    'groupIDWithSubgroups',
    'payerID',
    'mode',
    'getBalanceInfo',
    'getAddresses',
    'getContactPersons',
    'changedSince',
    'createdUnixTimeFrom',
    'createdUnixTimeTo',
    'orderBy',
    'orderByDir',
    'recordsOnPage',
    'pageNo',
    'responseMode',
    'getFields',
  ],
  unserved: {
    fields: ['jobTitleName', 'businessAreaName'],
  },
  evidence:
    'Captured answers in normal mode, a typed SDK in detail mode. `externalIDs` is left out: only its name is known.',
});
