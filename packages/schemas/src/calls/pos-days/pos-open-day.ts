import { defineCall } from '../../define-call.ts';
import { dayClosings } from './day-closings.ts';
import { openedDay } from './opened-day.ts';
import { openingInputs } from './opening-inputs.ts';

/**
 * Opens a day of a register. One register may have two open days.
 * @deprecated Erply recommends instead: POSOpenDayV2, Point of Sale API POST /v1/shift/open.
 */
export const POSOpenDay = defineCall({
  name: 'POSOpenDay',
  docs: 'https://learn-api.erply.com/requests/posopenday',
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
  deprecated: 'POSOpenDayV2, Point of Sale API POST /v1/shift/open',
  evidence:
    'Documented, the answer from documentation of 2019; attributes, 1061 and what is answered when no day is open is inferred.',
});
