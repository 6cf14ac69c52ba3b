import { defineCall } from '../../define-call.ts';
import { isoDateTime } from '../../wire/date.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { cashIn } from './cash-in.ts';
import { cashIns } from './cash-ins.ts';

/**
 * Cash put into registers and taken out of them.
 * @deprecated Erply recommends instead: Point of Sale API GET /v1/cash/list.
 */
export const getCashIns = defineCall({
  name: 'getCashIns',
  docs: 'https://learn-api.erply.com/requests/getcashins',
  effect: 'read',
  table: cashIns,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only of registers in this location. */
    warehouseID: integer.optional(),
    /** Only of this register. */
    pointOfSaleID: integer.optional(),
    /** Only what this employee did. */
    employeeID: integer.optional(),
    /** Only with this reason; only newer pages list it. */
    reasonID: integer.optional(),
    /** Only then or later. */
    dateTimeFrom: isoDateTime.optional(),
    /** Only then or before. */
    dateTimeUntil: isoDateTime.optional(),
    /** Old name of `dateTimeFrom`. */
    startDateTime: isoDateTime.optional(),
    /** Old name of `dateTimeUntil`. */
    endDateTime: isoDateTime.optional(),
    ...attributeFilter(),
    /** Only records added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  rules: attributeFilterRules,
  filters: {
    dateTimeFrom: { field: 'dateTime', by: 'from' },
    dateTimeUntil: { field: 'dateTime', by: 'to' },
    startDateTime: { field: 'dateTime', by: 'from' },
    endDateTime: { field: 'dateTime', by: 'to' },
  },
  result: { list: cashIn },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1030],
  loggable: [
    'warehouseID',
    'pointOfSaleID',
    'employeeID',
    'reasonID',
    'dateTimeFrom',
    'dateTimeUntil',
    'startDateTime',
    'endDateTime',
    'changedSince',
    'recordsOnPage',
    'pageNo',
  ],
  deprecated: 'Point of Sale API GET /v1/cash/list',
  evidence:
    'Documented, the names of fields from an SDK; the order, by ID, and that sums are numbers is inferred.',
});
