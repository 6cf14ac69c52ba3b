import { Fault } from '../errors/fault.ts';
import type { TransportFile, TransportReply } from './transport.ts';

/** Refuses an answer whose bytes are still compressed: read as they are they make no sense. */
export function refuseCoded({ contentEncoding }: TransportReply | TransportFile): void {
  if (contentEncoding === undefined) return;
  const coding = /^[a-z0-9-]{1,20}$/.test(contentEncoding) ? contentEncoding : 'unknown coding';
  throw new Fault(
    `the answer came compressed (${coding}), although it was asked for as it is; look at the proxy in between`,
    { kind: 'transport', cure: 'none', isAmbiguous: true },
  );
}
