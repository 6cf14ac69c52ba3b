import { text } from '../wire/text.ts';

/** The attribute filter of read calls; both inputs go together. */
export const attributeFilter = () => ({
  /** Only records that have this attribute; goes with `searchAttributeValue`. An array is refused with 1030. */
  searchAttributeName: text.optional(),
  /** The value that the attribute must have. */
  searchAttributeValue: text.optional(),
});
