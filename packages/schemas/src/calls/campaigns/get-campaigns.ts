import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { oneOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { campaign } from './campaign.ts';
import { campaignTypes } from './campaign-types.ts';
import { campaigns } from './campaigns.ts';

/** Sales promotions. */
export const getCampaigns = defineCall({
  name: 'getCampaigns',
  docs: 'https://learn-api.erply.com/requests/getcampaigns',
  effect: 'read',
  table: campaigns,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this promotion. */
    campaignID: integer.optional(),
    /** Only these promotions. */
    campaignIDs: idList.optional(),
    /** Only promotions whose name begins so. */
    name: text.optional(),
    /** Only promotions of this type. */
    type: oneOf(campaignTypes).optional(),
    /** Only promotions that begin on this day or later. */
    startDateFrom: isoDate.optional(),
    /** Only promotions that begin on this day or before; those without a first day are not among them (inferred). */
    startDateTo: isoDate.optional(),
    /** Only promotions that end on this day or later; those without a last day are not among them (inferred). */
    endDateFrom: isoDate.optional(),
    /** Only promotions that end on this day or before; those without a last day are not among them (inferred). */
    endDateTo: isoDate.optional(),
    /** 1 for those that are enabled, 0 for the others. */
    enabled: flag.optional(),
    /** 1 for those that are enabled and have no days, or days of which today is one. */
    activeToday: flag.optional(),
    /**
     * Only promotions of this location and those of all locations. Lists of locations and store regions are not looked
     * at, so there may be too many.
     */
    warehouseID: integer.optional(),
    /** Only promotions of one of these store regions; store regions module. */
    storeRegionIDs: idList.optional(),
    /** Only promotions of one of these customer groups; module. */
    customerGroupIDs: idList.optional(),
    ...attributeFilter(),
    /** Only promotions added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
    ...languageInput(),
  }),
  rules: attributeFilterRules,
  module: 'promotions',
  moduleInputs: {
    storeRegionIDs: { module: 'storeRegions', code: 1028 },
    customerGroupIDs: { module: 'customerGroupPromotions', code: 1028 },
  },
  filters: {
    campaignIDs: { field: 'campaignID', by: 'oneOf' },
    startDateFrom: { field: 'startDate', by: 'from' },
    startDateTo: { field: 'startDate', by: 'to' },
    endDateFrom: { field: 'endDate', by: 'from' },
    endDateTo: { field: 'endDate', by: 'to' },
  },
  result: { list: campaign },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006, 1028, 1030],
  loggable: [
    'campaignID',
    'campaignIDs',
    'type',
    'startDateFrom',
    'startDateTo',
    'endDateFrom',
    'endDateTo',
    'enabled',
    'activeToday',
    'warehouseID',
    'storeRegionIDs',
    'customerGroupIDs',
    'changedSince',
    'recordsOnPage',
    'pageNo',
    'lang',
  ],
  unserved: { fields: ['formula'] },
  evidence:
    'Names of fields from SDKs; no record was captured, so every type of a number is inferred, as are the lists of regions and groups.',
});
