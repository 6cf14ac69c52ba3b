import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { anyCaseOf } from '../../wire/text.ts';
import { orderDirections } from '../paging-inputs.ts';
import { earnedRewardPointRecord } from './earned-reward-point-record.ts';
import { earnedRewardPointRecords } from './earned-reward-point-records.ts';

/** Points that customers earned, all in one answer: the call has no pages. */
export const getEarnedRewardPointRecords = defineCall({
  name: 'getEarnedRewardPointRecords',
  docs: 'https://learn-api.erply.com/requests/getearnedrewardpointrecords',
  effect: 'read',
  table: earnedRewardPointRecords,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only points of this customer. */
    customerID: integer.optional(),
    /** Only points of these customers. */
    customerIDs: idList.optional(),
    /** Only points of this sale; only newer pages list it. */
    invoiceID: integer.optional(),
    /** Only points earned then or later. */
    createdUnixTimeFrom: unixSeconds.optional(),
    /** Only points earned then or before. */
    createdUnixTimeTo: unixSeconds.optional(),
    /** What to sort by; `transactionID` when left out. Only newer pages list it. */
    orderBy: anyCaseOf(['transactionID', 'createdUnixTime']).optional(),
    /** `asc` when left out. Only newer pages list it. */
    orderByDir: anyCaseOf(orderDirections).optional(),
  }),
  module: 'rewardPoints',
  filters: {
    customerIDs: { field: 'customerID', by: 'oneOf' },
    createdUnixTimeFrom: { field: 'createdUnixTime', by: 'from' },
    createdUnixTimeTo: { field: 'createdUnixTime', by: 'to' },
  },
  order: {
    fields: { transactionID: 'transactionID', createdUnixTime: 'createdUnixTime' },
    orderBy: 'transactionID',
    orderByDir: 'asc',
  },
  result: { list: earnedRewardPointRecord },
  errors: [1006],
  loggable: ['invoiceID', 'createdUnixTimeFrom', 'createdUnixTimeTo', 'orderBy', 'orderByDir'],
  evidence: 'Documented; points are numbers with decimals in one client, integers in the documentation.',
});
