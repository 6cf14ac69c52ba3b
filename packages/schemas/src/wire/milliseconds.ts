/**
 * From here on a time is in milliseconds. As seconds it would be in the year 5138, as milliseconds it is in March 1973:
 * before anything that Erply could know of.
 */
const leastMilliseconds = 1e11;

/** Whether a time since 1970 can only be in milliseconds, where Erply counts seconds. */
export const isInMilliseconds = (time: unknown): boolean =>
  typeof time === 'number' && time >= leastMilliseconds;
