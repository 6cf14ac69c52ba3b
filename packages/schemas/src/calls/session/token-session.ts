import { defineRecord } from '../../define-record.ts';
import { filledText, text } from '../../wire/text.ts';

/** The session that a token stands for. */
export const tokenSession = defineRecord(() => ({
  /** Goes with every other call. */
  sessionKey: filledText,
  /** The back office, for a browser. Not an address for calls. */
  backofficeURL: text,
}));
