import * as z from 'zod';

import { type AnyCall, decodeInput, encodeInput, timesInMilliseconds } from '@erply-kit/schemas';

import type { RequestedCall } from '../api-request.ts';
import { Failure } from '../errors/failure.ts';
import { describeIssue, secondsExample } from './describe-issue.ts';
import type { Preparation } from './step.ts';

/** Turns each input into Erply's parameters. What Erply would refuse is refused here, before it costs quota. */
export const validateInput: Preparation = (request) => ({
  ...request,
  items: request.items.map((item, at) => {
    const names = namesWithPlaceholder(item, request.items.slice(0, at));
    const input = { ...item.input, ...Object.fromEntries(names.map((name) => [name, anyID])) };
    const parameters = encode(item.call, input, request.isBulk ? `${item.call.name} ` : '');
    for (const name of names) parameters.set(name, String(item.input[name]));
    return { ...item, parameters };
  }),
});

/** Any ID will do for the checks: the server puts the real one in place of the word. */
const anyID = 1;

/** Inputs that are the word for what a call before makes, in the same request. */
function namesWithPlaceholder({ input }: RequestedCall, before: readonly RequestedCall[]): string[] {
  const words = before.flatMap(({ call }) => call.repeat?.placeholder ?? []);
  return words.length === 0 ? [] : Object.keys(input).filter((name) => words.includes(input[name] as string));
}

function encode(call: AnyCall, input: Readonly<Record<string, unknown>>, prefix: string) {
  const parameters = encodeOrRefuse(call, input, prefix);
  const [time] = timesInMilliseconds(call.input(), input);
  if (time !== undefined)
    throw createRefusal(`${prefix}${time} is in milliseconds; give seconds, such as ${secondsExample}`, {
      errorField: time,
    });
  const [problem] = decodeInput(call, parameters).problems;
  if (problem === undefined) return parameters;
  const { code, field: errorField } = problem;
  throw createRefusal(`${prefix}${errorField} is ${problem.message}`, { code, errorField });
}

function encodeOrRefuse(call: AnyCall, input: Readonly<Record<string, unknown>>, prefix: string) {
  try {
    return encodeInput(call, input);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const problems = error.issues.map((issue) => describeIssue(call, issue));
    throw createRefusal(`${prefix}${[...new Set(problems)].join('; ')}`);
  }
}

function createRefusal(
  message: string,
  facts: { readonly code?: number; readonly errorField?: string } = {},
): Failure {
  return new Failure(`wrong input: ${message}`, { kind: 'usage', recovery: 'none', ...facts });
}
