import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';

/** How long a new session is good for. */
export const sessionLengthInput = () => ({
  /** Seconds: 3600 when left out, 0 or negative; 86400 at most, more is cut to it. */
  sessionLength: integer.optional(),
});

/** Whether the answer holds an identity token. */
export const identityTokenInput = () => ({
  /** 1 leaves `identityToken` out of the answer. */
  doNotGenerateIdentityToken: flag.optional(),
});
