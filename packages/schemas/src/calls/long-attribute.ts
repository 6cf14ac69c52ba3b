import { defineRecord } from '../define-record.ts';
import { text } from '../wire/text.ts';

/** As an attribute, for longer texts. */
export const longAttribute = defineRecord(() => ({
  /** As that of an attribute. */
  attributeName: text,
  /** May be longer than that of an attribute. */
  attributeValue: text,
}));
