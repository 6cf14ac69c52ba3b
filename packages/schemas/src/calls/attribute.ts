import { defineRecord } from '../define-record.ts';
import { text } from '../wire/text.ts';

/** Extra data that integrations attach to a record. */
export const attribute = defineRecord(() => ({
  /** Letters, digits, dashes and underscores. */
  attributeName: text,
  /** `text`, `int` or `double`. */
  attributeType: text,
  /** Always a text, whatever `attributeType` says. */
  attributeValue: text,
}));
