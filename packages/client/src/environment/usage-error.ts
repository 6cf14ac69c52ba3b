import { ErplyError } from '../errors/erply-error.ts';

/** The environment is wrong: one sentence that says how to put it right, and never holds a value. */
export function createUsageError(sentence: string): ErplyError {
  return new ErplyError(sentence.endsWith('?') ? sentence : `${sentence}.`, { kind: 'usage' });
}
