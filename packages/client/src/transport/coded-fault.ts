import { Fault } from '../errors/fault.ts';

/** Those that have a name; any other one is a word of the server's own. */
const codings = new Set(['gzip', 'x-gzip', 'deflate', 'br', 'zstd', 'compress']);

/** An answer that came compressed, although it was asked for as it is: its end cannot be told by its length. */
export function codedFault(contentEncoding: string): Fault {
  const coding = codings.has(contentEncoding) ? contentEncoding : 'unknown coding';
  return new Fault(
    `the answer came compressed (${coding}), although it was asked for as it is; look at the proxy in between`,
    { kind: 'transport', cure: 'none', isAmbiguous: true },
  );
}
