import * as z from 'zod';

import { wireCodec } from '../wire/wire.ts';

const allowed = /^[A-Za-z0-9.-]{1,128}$/;

/** A key that the client makes: at most 128 letters, digits, dots and hyphens. What else it is refused with is inferred. */
const temporaryUUID = wireCodec(
  { name: 'temporaryUUID', type: 'string', unset: '' },
  {
    documented: z.string().max(128),
    decode(value, refuse) {
      const text = value === undefined || value === null ? '' : String(value);
      return text === '' || allowed.test(text)
        ? text
        : refuse('not 1 to 128 letters, digits, dots and hyphens');
    },
    encode: (value) => value,
  },
);

/** What makes a save safe to repeat. */
export const temporaryUUIDInput = () => ({
  /**
   * A key of the client's own, at most 128 letters, digits, dots and hyphens, remembered for 24 hours: a new record with
   * the same one is refused with 1206, since an earlier request has made it. No call looks one up.
   */
  temporaryUUID: temporaryUUID.optional(),
});
