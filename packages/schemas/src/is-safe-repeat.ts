import { type AnyCall, isNewRecord } from './define-call.ts';

/** Whether a call makes a new record that Erply knows by a key, so that repeating it with the same key is safe. */
export function isSafeRepeat(call: AnyCall, input: Readonly<Record<string, unknown>>): boolean {
  return call.repeat !== undefined && input[call.repeat.key] !== undefined && isNewRecord(call, input);
}
