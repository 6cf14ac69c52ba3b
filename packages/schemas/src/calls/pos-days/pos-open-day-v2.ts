import { defineCall } from '../../define-call.ts';
import { dayClosings } from './day-closings.ts';
import { openedDay } from './opened-day.ts';
import { openingInputs } from './opening-inputs.ts';

/**
 * Opens a day of a register as POSOpenDay does; a user with a drawer opens it for all who share that. How shift types are sent is not known.
 * @deprecated Erply recommends instead: Point of Sale API POST /v1/shift/open.
 */
export const POSOpenDayV2 = defineCall({
  name: 'POSOpenDayV2',
  docs: 'https://learn-api.erply.com/requests/posopendayv2',
  effect: 'write',
  table: dayClosings,
  right: 'add',
  session: 'required',
  input: () => ({ ...openingInputs() }),
  moduleInputs: { currencyCode: { module: 'posMulticurrency', code: 1028 } },
  result: { one: openedDay },
  example: { pointOfSaleID: 1, openedSum: 100, openedUnixTime: 1779955200 },
  errors: [1010, 1011, 1014, 1028, 1061, 1064],
  loggable: ['pointOfSaleID', 'employeeID', 'openedSum', 'openedUnixTime', 'queryOpenDay', 'currencyCode'],
  deprecated: 'Point of Sale API POST /v1/shift/open',
  evidence: 'Known from its page by what it has beside POSOpenDay; inputs and answer are taken from there.',
});
