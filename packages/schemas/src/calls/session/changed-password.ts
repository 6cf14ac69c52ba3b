import { defineRecord } from '../../define-record.ts';
import { filledText } from '../../wire/text.ts';

/** The session that a change of password opens. */
export const changedPassword = defineRecord(() => ({
  /** Goes with every other call from now on. */
  sessionKey: filledText,
}));
