import { Failure } from '../errors/failure.ts';

/** Those that have a name; any other one is a word of the server's own. */
const codings = new Set(['gzip', 'x-gzip', 'deflate', 'br', 'zstd', 'compress']);

/** An answer that came compressed, although it was asked for as it is: its length does not prove where it ends. */
export function createEncodingFailure(contentEncoding: string): Failure {
  const coding = codings.has(contentEncoding) ? contentEncoding : 'unknown coding';
  return new Failure(
    `the answer came compressed (${coding}), although it was asked for as it is; look at the proxy in between`,
    { kind: 'transport', recovery: 'none', isAmbiguous: true },
  );
}
