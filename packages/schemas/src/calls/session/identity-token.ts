import { defineRecord } from '../../define-record.ts';
import { filledText } from '../../wire/text.ts';

/** A token that says who a user is. A secret: whoever has it can open a session. */
export const identityToken = defineRecord(() => ({
  /** A JSON Web Token. */
  identityToken: filledText,
}));
