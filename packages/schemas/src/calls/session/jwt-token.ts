import { defineRecord } from '../../define-record.ts';
import { filledText } from '../../wire/text.ts';

/** A token for the REST services. A secret, like the session key. */
export const jwtToken = defineRecord(() => ({
  /** A JSON Web Token; this API does not take it. */
  token: filledText,
}));
