import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { anyCaseOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { supplierPriceList } from './supplier-price-list.ts';
import { supplierPriceLists } from './supplier-price-lists.ts';

const orders = ['supplierPriceListID', 'name', 'startDate', 'endDate', 'added', 'lastModified'] as const;

/** Price lists of suppliers with all their prices. Read a long list with getProductsInSupplierPriceList. */
export const getSupplierPriceLists = defineCall({
  name: 'getSupplierPriceLists',
  docs: 'https://learn-api.erply.com/requests/getsupplierpricelists',
  effect: 'read',
  table: supplierPriceLists,
  right: 'view',
  session: 'required',
  module: 'supplierPriceLists',
  input: () => ({
    /** Only this list. */
    supplierPriceListID: integer.optional(),
    /** Only lists of this supplier. */
    supplierID: integer.optional(),
    /** Only lists whose name begins so. */
    name: text.optional(),
    /** Only lists of suppliers whose name begins so. */
    supplierName: text.optional(),
    /** 1 leaves the prices out. */
    getHeadersOnly: flag.optional(),
    ...attributeFilter(),
    /** Only lists added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    /** 1 for active lists, 0 for the others. */
    active: flag.optional(),
    /** What the lists are sorted by; `supplierPriceListID` when left out. */
    orderBy: anyCaseOf(orders).optional(),
    /** `asc` when left out. */
    orderByDir: anyCaseOf(['asc', 'desc']).optional(),
    ...pagingInputs(),
  }),
  rules: attributeFilterRules,
  order: {
    fields: Object.fromEntries(orders.map((field) => [field, field])),
    orderBy: 'supplierPriceListID',
    orderByDir: 'asc',
  },
  result: { list: supplierPriceList },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006, 1016, 1030],
  loggable: [
    'supplierPriceListID',
    'supplierID',
    'getHeadersOnly',
    'changedSince',
    'active',
    'orderBy',
    'orderByDir',
    'recordsOnPage',
    'pageNo',
  ],
  evidence: 'Wire types from a typed SDK; the documents have `active` as a number.',
});
