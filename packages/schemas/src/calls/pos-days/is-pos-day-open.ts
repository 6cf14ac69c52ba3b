import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { dayClosings } from './day-closings.ts';
import { openDay } from './open-day.ts';

/**
 * Days that are open now: none where none is (inferred).
 * @deprecated Erply recommends instead: Point of Sale API GET /v1/shift/openlist.
 */
export const isPOSDayOpen = defineCall({
  name: 'isPOSDayOpen',
  docs: 'https://learn-api.erply.com/requests/isposdayopen',
  effect: 'read',
  table: dayClosings,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only days of this register. */
    pointOfSaleID: integer.optional(),
    /** Only days that this employee opened (inferred). */
    employeeID: integer.optional(),
    /** Only days in this currency; POS multicurrency module (inferred). */
    currencyCode: text.optional(),
  }),
  moduleInputs: { currencyCode: { module: 'posMulticurrency', code: 1028 } },
  result: { list: openDay },
  example: { pointOfSaleID: 1 },
  errors: [1028, 1060],
  loggable: ['pointOfSaleID', 'employeeID', 'currencyCode'],
  deprecated: 'Point of Sale API GET /v1/shift/openlist',
  evidence:
    'Its inputs and two of its fields are documented; that it answers a list and requires no input is inferred.',
});
