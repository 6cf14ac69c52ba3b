import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList, someOf } from '../../wire/lists.ts';
import { text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { priceList } from './price-list.ts';
import { priceListTypes } from './price-list-types.ts';
import { priceLists } from './price-lists.ts';

/**
 * Price lists with all their rules. A rule of a group counts for the groups below it, too. Read a long list with
 * getProductsInPriceList.
 */
export const getPriceLists = defineCall({
  name: 'getPriceLists',
  docs: 'https://learn-api.erply.com/requests/getpricelists',
  effect: 'read',
  table: priceLists,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this list. */
    pricelistID: integer.optional(),
    /** Only these lists. An array is refused with 1030. */
    priceListIDs: idList.optional(),
    /** Only lists whose name begins so. */
    name: text.optional(),
    /** 1 adds `priceWithVat` to rules that have a price, with the tax of the location. */
    getPricesWithVAT: flag.optional(),
    /** Only lists that this location has. */
    warehouseID: integer.optional(),
    /** Only lists that this point of sale has. */
    pointOfSaleID: integer.optional(),
    /** Only lists that begin on this day or later; those without a first day always match. */
    startDateFrom: isoDate.optional(),
    /** Only lists that begin on this day or before; those without a first day always match. */
    startDateTo: isoDate.optional(),
    /** Only lists that end on this day or later; those without a last day always match. */
    endDateFrom: isoDate.optional(),
    /** Only lists that end on this day or before; those without a last day always match. */
    endDateTo: isoDate.optional(),
    /** Only lists of these types; price list types module. */
    types: someOf(priceListTypes).optional(),
    /** 1 leaves the rules out. */
    getHeadersOnly: flag.optional(),
    /** 1 for active lists, 0 for the others (inferred). */
    active: flag.optional(),
    ...attributeFilter(),
    /** Only lists added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
    ...languageInput(),
  }),
  rules: attributeFilterRules,
  moduleInputs: { types: { module: 'priceListTypes', code: 1006 } },
  result: { list: priceList },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006, 1016, 1030],
  loggable: [
    'pricelistID',
    'priceListIDs',
    'getPricesWithVAT',
    'warehouseID',
    'pointOfSaleID',
    'startDateFrom',
    'startDateTo',
    'endDateFrom',
    'endDateTo',
    'types',
    'getHeadersOnly',
    'active',
    'changedSince',
    'recordsOnPage',
    'pageNo',
    'lang',
  ],
  evidence:
    'Wire types from a typed SDK, priceWithVat from the code of a client; its JSON type, the spelling of open dates and the filter by active are inferred.',
});
