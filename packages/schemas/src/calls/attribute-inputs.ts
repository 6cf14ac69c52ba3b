import type { InputRule } from '../define-call.ts';
import { rows } from '../wire/numbered.ts';
import { oneOf, text } from '../wire/text.ts';

/** The attribute filter of read calls; both inputs go together. */
export const attributeFilter = () => ({
  /** Only records that have this attribute; goes with `searchAttributeValue`. An array is refused with 1030. */
  searchAttributeName: text.optional(),
  /** The value that the attribute must have. An array is refused with 1030. */
  searchAttributeValue: text.optional(),
});

/** One half of the attribute filter is not a filter. */
export const attributeFilterRules: readonly InputRule[] = [
  { kind: 'needs', input: 'searchAttributeName', needs: 'searchAttributeValue' },
  { kind: 'needs', input: 'searchAttributeValue', needs: 'searchAttributeName' },
];

/** Attributes of a record that is saved. */
export const attributeInputs = () => ({
  /** Attributes to set, `attributeName1` and so on; those not named stay as they are. */
  attributes: rows({
    /** Letters, digits, dashes and underscores. */
    attributeName: text,
    /** `text` when left out; `int` has 32 bits. */
    attributeType: oneOf(['text', 'int', 'double']).optional(),
    /** 255 characters at most. The word `null` or `undefined` removes the attribute. */
    attributeValue: text,
  }).optional(),
});

/** Long texts of a record that is saved. */
export const longAttributeInputs = () => ({
  /** Long attributes to set, `longAttributeName1` and so on. */
  longAttributes: rows({
    /** As an attribute's name. */
    longAttributeName: text,
    /** May be longer than an attribute's value. */
    longAttributeValue: text,
  }).optional(),
});
