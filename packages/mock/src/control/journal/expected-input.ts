import * as z from 'zod';

import { type AnyCall, decodeInput, encodeInput } from '@erply-kit/schemas';

import { fingerprint } from '../../account/fingerprint.ts';
import { inputFingerprint } from '../../request/fingerprints.ts';
import { openParameters } from '../../request/journal-parameters.ts';
import { unknownName } from '../check-body.ts';
import { ControlError } from '../control-error.ts';

/** An input that a request should have had: with this fingerprint, or none at all. */
export type ExpectedInputs = ReadonlyMap<string, string | undefined>;

type Values = Readonly<Record<string, unknown>>;

/** The call with only these inputs, each of which may be asked for alone. */
function only(call: AnyCall, names: readonly string[]): AnyCall {
  const shape = call.input();
  const picked = Object.fromEntries(names.map((name) => [name, shape[name]]));
  return { ...call, rules: [], input: () => picked };
}

/** The values as the fake reads them when a client sends them, so that both sides are spelled alike. */
function asSent(call: AnyCall, values: Values): Values {
  const part = only(call, Object.keys(values));
  try {
    return decodeInput(part, encodeInput(part, values)).input;
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    const path = ['input', ...(issue?.path ?? [])].join('.');
    throw new ControlError(400, `${path} is not of its documented type: ${issue?.message}`);
  }
}

function checkName(call: AnyCall | undefined, request: string, name: string): void {
  const known = [...Object.keys(call?.input() ?? {}), ...openParameters];
  if (!known.includes(name)) throw new ControlError(400, unknownName(`${request} has no input`, name, known));
}

/**
 * What a request should have been about. `null` stands for an input that was not sent.
 * @throws ControlError 400 for an input that the call does not have, or that is not of its type.
 */
export function expectedInputs(call: AnyCall | undefined, request: string, values: Values): ExpectedInputs {
  const expected = new Map<string, string | undefined>();
  const own: [string, unknown][] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    checkName(call, request, name);
    if (value === null) expected.set(name, undefined);
    else if (call !== undefined && Object.hasOwn(call.input(), name)) own.push([name, value]);
    else expected.set(name, fingerprint(value));
  }
  if (call === undefined) return expected;
  const sent = asSent(call, Object.fromEntries(own));
  // An empty list is sent as nothing at all.
  for (const [name] of own)
    expected.set(name, sent[name] === undefined ? undefined : inputFingerprint(call, name, sent[name]));
  return expected;
}
