import * as z from 'zod';

import { wireCodec } from './wire.ts';

const zeros = '0000-00-00';

function readDate(value: unknown, refuse: (message: string) => never): string | null {
  if (value === undefined || value === null || value === '' || value === zeros) return null;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return refuse('not a date yyyy-mm-dd');
  const time = Date.parse(`${value}T00:00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  return isDay ? value : refuse('not a day of the calendar');
}

/** A day as yyyy-mm-dd in the account's time zone; `null` for "" and 0000-00-00. */
export const isoDate = wireCodec(
  { name: 'isoDate', type: 'string', unset: '' },
  { documented: z.string().nullable(), decode: readDate, encode: (value) => value ?? '' },
);

/** As `isoDate`, but 0000-00-00 when unset. */
export const zeroDate = wireCodec(
  { name: 'zeroDate', type: 'string', unset: zeros },
  { documented: z.string().nullable(), decode: readDate, encode: (value) => value ?? zeros },
);

const zeroTime = `${zeros} 00:00:00`;

function readDateTime(value: unknown, refuse: (message: string) => never): string | null {
  if (value === undefined || value === null || value === '' || value === zeroTime) return null;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(value))
    return refuse('not a date and time yyyy-mm-dd hh:mm:ss');
  const iso = value.replace(' ', 'T');
  const time = Date.parse(`${iso}Z`);
  const isTime = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return isTime ? value : refuse('not a time of a day of the calendar');
}

/**
 * A day and a time of it as yyyy-mm-dd hh:mm:ss, by the clocks of the account's time zone; `null` for "" and
 * 0000-00-00 00:00:00. Later ones are greater as texts.
 */
export const isoDateTime = wireCodec(
  { name: 'isoDateTime', type: 'string', unset: '' },
  { documented: z.string().nullable(), decode: readDateTime, encode: (value) => value ?? '' },
);
