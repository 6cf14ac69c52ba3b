import { createHash } from 'node:crypto';

/** Longer texts stand in a key as their digest. */
const longest = 200;

/**
 * What stands for a text in the key of a choice that is remembered: a search may be as long as a body, and would be kept
 * with each choice.
 */
export const textKey = (text: string): string =>
  text.length <= longest ? JSON.stringify(text) : createHash('sha256').update(text).digest('base64');
