import * as z from 'zod';

import { wireCodec } from './wire.ts';

/** A year that has a 29th of February. */
const leapYear = 2000;

/** A day of any year as MM-DD. */
export const monthDay = wireCodec(
  { name: 'monthDay', type: 'string', unset: '' },
  {
    documented: z.string(),
    decode(value, refuse) {
      if (value === undefined || value === null || value === '') return '';
      if (typeof value !== 'string' || !/^\d{2}-\d{2}$/.test(value)) return refuse('not a day MM-DD');
      const time = Date.parse(`${leapYear}-${value}T00:00:00Z`);
      const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${leapYear}-${value}`);
      return isDay ? value : refuse('not a day of the calendar');
    },
    encode: (value) => value,
  },
);
