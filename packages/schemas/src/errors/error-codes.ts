import type { ErrorCode } from './error-code.ts';

/** All error codes, by number. */
export const errorCodes: readonly ErrorCode[] = [];

const byCode = new Map(errorCodes.map((entry) => [entry.code, entry]));

/** What a code means, or `undefined` for one that no source lists. */
export function errorCode(code: number): ErrorCode | undefined {
  return byCode.get(code);
}
