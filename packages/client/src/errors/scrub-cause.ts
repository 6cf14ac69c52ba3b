const safeName = /^[A-Za-z]{1,40}$/;
const safeCode = /^[A-Z0-9_]{1,60}$/;

/**
 * What of a foreign error may be shown: its class and its code. HTTP libraries put requests, headers and pieces of
 * bodies into theirs.
 */
export function scrubCause(error: unknown): Error {
  const code = findErrorCode(error);
  const name = error instanceof Error && safeName.test(error.name) ? error.name : 'Error';
  const cause = new Error(code ?? name);
  cause.name = name;
  cause.stack = `${name}: ${cause.message}`;
  return cause;
}

/** The code of a system or library error, such as ECONNRESET, or of an error behind it, of which few are looked at. */
export function findErrorCode(error: unknown, depth = 5): string | undefined {
  if (typeof error !== 'object' || error === null || depth === 0) return undefined;
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string' && safeCode.test(code)) return code;
  return findErrorCode(cause, depth - 1);
}
