import * as z from 'zod';

import { wireCodec } from './wire.ts';

const pattern = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** A time of a day as hh:mm:ss, or hh:mm, which is read as its first second: "" when unset. */
export const timeOfDay = wireCodec(
  { name: 'timeOfDay', type: 'string', unset: '' },
  {
    documented: z.string(),
    decode(value, refuse) {
      if (value === undefined || value === null || value === '') return '';
      const text = String(value);
      if (!pattern.test(text)) return refuse('not a time hh:mm:ss');
      return text.length === 5 ? `${text}:00` : text;
    },
    encode: (value) => value,
  },
);
