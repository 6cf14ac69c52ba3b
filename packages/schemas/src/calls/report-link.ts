import { defineRecord } from '../define-record.ts';
import { filledText } from '../wire/text.ts';

/** The only record of an answer that is a file to fetch. */
export const reportLink = defineRecord(() => ({
  /** Needs no session; may be plain http. */
  reportLink: filledText,
}));
