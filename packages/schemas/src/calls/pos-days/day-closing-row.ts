import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { perWord } from '../../wire/numbered.ts';
import { dayClosing } from './day-closing.ts';

/** A day of a register, as it is kept: no call that we know shows the last two fields. */
export const dayClosingRow = defineRecord(() => ({
  ...dayClosing().shape,
  /** What was counted of other ways to pay than cash, by their codes. */
  counted: perWord(decimal).optional(),
  /** Why that is not what it should be, by the same codes. */
  varianceReasonID: perWord(integer).optional(),
}));
