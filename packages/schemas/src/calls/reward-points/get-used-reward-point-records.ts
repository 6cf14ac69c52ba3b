import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { usedRewardPointRecord } from './used-reward-point-record.ts';
import { usedRewardPointRecords } from './used-reward-point-records.ts';

/** Points that customers spent, all in one answer: the call has no pages. */
export const getUsedRewardPointRecords = defineCall({
  name: 'getUsedRewardPointRecords',
  docs: 'https://learn-api.erply.com/requests/getusedrewardpointrecords',
  effect: 'read',
  table: usedRewardPointRecords,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only points of this customer. */
    customerID: integer.optional(),
    /** Only points of these customers. */
    customerIDs: idList.optional(),
    /** Only points spent then or later. */
    createdUnixTimeFrom: unixSeconds.optional(),
    /** Only points spent then or before. */
    createdUnixTimeTo: unixSeconds.optional(),
  }),
  module: 'rewardPoints',
  filters: {
    customerIDs: { field: 'customerID', by: 'oneOf' },
    createdUnixTimeFrom: { field: 'createdUnixTime', by: 'from' },
    createdUnixTimeTo: { field: 'createdUnixTime', by: 'to' },
  },
  result: { list: usedRewardPointRecord },
  errors: [1006],
  loggable: ['createdUnixTimeFrom', 'createdUnixTimeTo'],
  evidence:
    'Documentation of 2019; the order by transactionID is inferred, points as those that were earned.',
});
