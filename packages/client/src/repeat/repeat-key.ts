import { type AnyCall, isNewRecord } from '@erply-kit/schemas';

import { createMisuseError } from '../options/misuse.ts';

type Input = Readonly<Record<string, unknown>>;

/** What Erply takes for a key. */
const keyPattern = /^[A-Za-z0-9.-]{1,128}$/;

/** The input of a call with its key. */
export interface KeyedInput {
  readonly input: Input;
  /** The key that Erply knows a repeat of this save by, where this client has made it. */
  readonly madeKey?: string;
}

/**
 * Gives a save that makes a new record a key, unless the program has: so it can be repeated after a lost answer. A save
 * that edits a record gets none: to repeat it would undo what others have changed meanwhile.
 */
export function addRepeatKey(call: AnyCall, input: Input, newUUID: () => string): KeyedInput {
  const { repeat } = call;
  if (repeat === undefined || input[repeat.key] !== undefined || !isNewRecord(call, input)) return { input };
  const madeKey = newUUID();
  if (typeof madeKey !== 'string' || !keyPattern.test(madeKey)) {
    const problem = 'newUUID must give 1 to 128 letters, digits, dots and hyphens';
    throw createMisuseError({ name: 'createClient' }, problem);
  }
  return { input: { ...input, [repeat.key]: madeKey }, madeKey };
}
