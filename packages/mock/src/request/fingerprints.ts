import { type AnyCall, decodeInput } from '@erply-kit/schemas';

import { fingerprint } from '../account/fingerprint.ts';
import type { Fingerprints } from '../account/journal.ts';
import { textOf } from '../wire/parameters.ts';
import type { RequestContext } from './context.ts';
import { callNamed } from './gates/call-name.ts';
import { ownParameters } from './gates/validation.ts';
import { openParameters } from './journal-parameters.ts';

/** The fingerprint of one input, as what was asked and what is expected are compared by it. */
export const inputFingerprint = (call: AnyCall, name: string, value: unknown): string =>
  fingerprint(value, call.secret?.includes(name) === true);

/** What a request was about in documented types, whether or not it came to be looked at. */
export function fingerprintsOf(context: RequestContext): Fingerprints {
  const fingerprints = new Map<string, string>();
  const call = callNamed(context.name.name);
  if (call === undefined) return fingerprints;
  const input = context.input ?? decodeInput(call, ownParameters(call, context.parameters)).input;
  for (const name of Object.keys(input)) fingerprints.set(name, inputFingerprint(call, name, input[name]));
  for (const name of openParameters) {
    const text = textOf(context.parameters, name);
    if (text !== undefined && !fingerprints.has(name)) fingerprints.set(name, fingerprint(text));
  }
  return fingerprints;
}
