import { defineCall } from '../../define-call.ts';
import { attributeFilterRules } from '../attribute-inputs.ts';
import { dayClosing } from './day-closing.ts';
import { dayClosings } from './day-closings.ts';
import { dayInputs, daySpans } from './day-filters.ts';

/**
 * Days of registers, those that are closed included: another name of getDayClosings.
 * @deprecated Erply recommends instead: Point of Sale API GET /v1/shift/.
 */
export const getDayOpenings = defineCall({
  name: 'getDayOpenings',
  docs: 'https://learn-api.erply.com/requests/getdayopenings',
  effect: 'read',
  table: dayClosings,
  right: 'view',
  session: 'required',
  input: () => ({ ...dayInputs() }),
  rules: attributeFilterRules,
  moduleInputs: { currencyCode: { module: 'posMulticurrency', code: 1028 } },
  filters: daySpans,
  result: { list: dayClosing },
  errors: [1028, 1030, 1060],
  loggable: [
    'dayID',
    'warehouseID',
    'pointOfSaleID',
    'openedUnixTimeFrom',
    'openedUnixTimeUntil',
    'closedUnixTimeFrom',
    'closedUnixTimeUntil',
    'currencyCode',
  ],
  unserved: { fields: ['shiftType', 'employees'] },
  deprecated: 'Point of Sale API GET /v1/shift/',
  evidence:
    'Documented; the order, by ID, and that sums are numbers is inferred, as is 1028, from getDayClosings.',
});
