import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { anyCaseOf, oneOf } from '../../wire/text.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { stocktaking } from './stocktaking.ts';
import { stocktakingStatuses } from './stocktaking-statuses.ts';
import { stocktakings } from './stocktakings.ts';

/**
 * Counts of what is really in stock. Without days it answers those of the last six months only, whatever else is asked
 * (inferred): send `creationDateFrom` for older ones.
 */
export const getStocktakings = defineCall({
  name: 'getStocktakings',
  docs: 'https://learn-api.erply.com/requests/getstocktakings',
  effect: 'read',
  table: stocktakings,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this stocktaking. */
    stocktakingID: integer.optional(),
    /** Only those that count this location. */
    warehouseID: integer.optional(),
    /** Only those of this status. */
    status: oneOf(stocktakingStatuses).optional(),
    /** Only those begun on this day or later; six months ago when left out. */
    creationDateFrom: isoDate.optional(),
    /** Only those begun on this day or before; today when left out. */
    creationDateTo: isoDate.optional(),
    /** Only those begun or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    /** What they are sorted by; no other word is known. */
    orderBy: anyCaseOf(['stocktakingID']).optional(),
    /** `asc` when left out. */
    orderByDir: anyCaseOf(['asc', 'desc']).optional(),
    ...pagingInputs(),
  }),
  order: { fields: { stocktakingID: 'stocktakingID' }, orderBy: 'stocktakingID', orderByDir: 'asc' },
  result: { list: stocktaking },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  example: { creationDateFrom: '2024-01-01' },
  errors: [1016],
  loggable: [
    'stocktakingID',
    'warehouseID',
    'status',
    'creationDateFrom',
    'creationDateTo',
    'changedSince',
    'orderBy',
    'orderByDir',
    'recordsOnPage',
    'pageNo',
  ],
  evidence: 'Names of fields from documents and an SDK; no answer was captured.',
});
