import * as z from 'zod';

import { type AnyCall, defineCall } from '@erply-kit/schemas';

import type { UnknownCallFacts } from '../client-options.ts';

/** Inputs of an unknown call are texts by now. */
const anyText = z.string().optional();

/** A record of which nothing is known. */
const anyRecord = () => z.looseObject({});

/**
 * A definition for a call that the schemas do not know, so that it takes the same steps as all others: it has the inputs
 * that it was given, any records, a session, and nothing that may be logged.
 */
export function createUnknownCall(
  name: string,
  { inputs, effect = 'write' }: UnknownCallFacts & { readonly inputs: readonly string[] },
): AnyCall {
  return defineCall({
    name,
    docs: '',
    effect,
    session: 'required',
    input: () => Object.fromEntries(inputs.map((input) => [input, anyText])),
    result: { list: anyRecord },
    errors: [],
    loggable: [],
    evidence: 'None: the schemas do not know it.',
  });
}
