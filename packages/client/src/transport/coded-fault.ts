import { Fault } from '../errors/fault.ts';

/** An answer that came compressed, although it was asked for as it is: its end cannot be told by its length. */
export function codedFault(contentEncoding: string): Fault {
  const coding = /^[a-z0-9-]{1,20}$/.test(contentEncoding) ? contentEncoding : 'unknown coding';
  return new Fault(
    `the answer came compressed (${coding}), although it was asked for as it is; look at the proxy in between`,
    { kind: 'transport', cure: 'none', isAmbiguous: true },
  );
}
