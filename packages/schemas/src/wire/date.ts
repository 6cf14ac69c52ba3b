import * as z from 'zod';

import { wireCodec } from './wire.ts';

/** A day as yyyy-mm-dd in the account's time zone; `null` for "" and 0000-00-00. */
export const isoDate = wireCodec(
  { name: 'isoDate', type: 'string', unset: '' },
  {
    documented: z.string().nullable(),
    decode(value, refuse) {
      if (value === undefined || value === null || value === '' || value === '0000-00-00') return null;
      if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
        return refuse('not a date yyyy-mm-dd');
      const time = Date.parse(`${value}T00:00:00Z`);
      const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
      return isDay ? value : refuse('not a day of the calendar');
    },
    encode: (value) => value ?? '',
  },
);
