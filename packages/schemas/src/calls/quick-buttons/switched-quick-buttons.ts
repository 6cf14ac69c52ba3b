import { defineRecord } from '../../define-record.ts';
import { trueOrFalse } from '../../wire/flag.ts';

/** Whether the buttons were swapped. */
export const switchedQuickButtons = defineRecord(() => ({
  /** True when they have. */
  isSuccessful: trueOrFalse,
}));
