import * as z from 'zod';

import { type AnyCall, decodeInput, encodeInput, timesInMilliseconds } from '@erply-kit/schemas';

import { Failure } from '../errors/failure.ts';
import { describeIssue, secondsExample } from './describe-issue.ts';
import type { Preparation } from './step.ts';

/** Turns each input into Erply's parameters. What Erply would refuse is refused here, before it costs quota. */
export const validateInput: Preparation = (request) => ({
  ...request,
  items: request.items.map((item) => ({
    ...item,
    parameters: encode(item.call, item.input, request.isBulk ? `${item.call.name} ` : ''),
  })),
});

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
