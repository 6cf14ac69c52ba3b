const names = new Set<unknown>(['TypeError', 'RangeError', 'ReferenceError']);

/**
 * Whether a program is wrong, and not the world around it: this package, or a function that it was given. Such an
 * error comes out as it was thrown, with its message and stack, and nothing is repeated.
 *
 * `fetch` reports a failed connection as a TypeError too, but that has the reason as its cause.
 */
export function isProgrammingError(error: unknown): error is Error {
  if (typeof error !== 'object' || error === null) return false;
  const { name, cause } = error as Partial<Error>;
  return names.has(name) && cause === undefined;
}
