import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { perWord } from '../../wire/numbered.ts';

/** What the fake keeps of a day of a register that no answer shows. */
export const hiddenDayFields = defineRecord(() => ({
  /** What was counted of other ways to pay than cash, by their codes. */
  counted: perWord(decimal),
  /** Why that is not what it should be, by the same codes. */
  varianceReasonID: perWord(integer),
}));
