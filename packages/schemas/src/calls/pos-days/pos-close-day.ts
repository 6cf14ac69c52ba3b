import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { perWord } from '../../wire/numbered.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { closedDay } from './closed-day.ts';
import { dayClosings } from './day-closings.ts';

/**
 * Closes a day of a register. One that was not opened, or is closed already, is closed all the same, with a warning.
 * @deprecated Erply recommends instead: Point of Sale API POST /v1/shift/close.
 */
export const POSCloseDay = defineCall({
  name: 'POSCloseDay',
  docs: 'https://learn-api.erply.com/requests/poscloseday',
  effect: 'write',
  table: dayClosings,
  right: 'add',
  session: 'required',
  input: () => ({
    /** The register. */
    pointOfSaleID: integer,
    /** Who closes it; who calls when left out. */
    employeeID: integer.optional(),
    /** When the day was opened: this or `dayID` has to be there. */
    openedUnixTime: unixSeconds.optional(),
    /** The day; it counts before `openedUnixTime` (inferred), and has to be one of this register (1011, inferred). */
    dayID: integer.optional(),
    /** When it was closed. */
    closedUnixTime: unixSeconds,
    /** Cash that was left in the register. */
    closedSum: decimal,
    /** Cash that was taken out. */
    bankedSum: decimal,
    /** Why the cash is not what it should be: a reason for `EOD_VARIANCE` (1011 for another, inferred). */
    reasonID: integer.optional(),
    /** What was counted of another way to pay: its code in capitals, cards by brand, as `counted-CARD-VISA`. */
    counted: perWord(decimal).optional(),
    /** Why that is not what it should be, by the same codes: a reason for `EOD_VARIANCE` (1011, inferred). */
    varianceReasonID: perWord(integer).optional(),
    /** Written freely. */
    notes: text.optional(),
    /** The currency, in a call of its own each; POS multicurrency module. The account's when left out or unknown (inferred). */
    currencyCode: text.optional(),
    /** Deprecated. */
    findLastOpenDay: integer.optional(),
    ...attributeInputs(),
  }),
  moduleInputs: { currencyCode: { module: 'posMulticurrency', code: 1028 } },
  result: { one: closedDay },
  example: {
    pointOfSaleID: 1,
    openedUnixTime: 1779955200,
    closedUnixTime: 1779987600,
    closedSum: 100,
    bankedSum: 250,
    counted: { 'CARD-VISA': 412.5, GIFTCARD: 20 },
  },
  errors: [1010, 1011, 1014, 1028, 1061, 1064],
  loggable: [
    'pointOfSaleID',
    'employeeID',
    'openedUnixTime',
    'dayID',
    'closedUnixTime',
    'closedSum',
    'bankedSum',
    'reasonID',
    'currencyCode',
  ],
  unserved: { inputs: ['findLastOpenDay'] },
  deprecated: 'Point of Sale API POST /v1/shift/close',
  evidence:
    'Documented, the answer from documentation of 2019; attributes, 1061, and what a reason or a day that does not fit is refused with is inferred. No call that we know shows what was counted of other ways to pay.',
});
