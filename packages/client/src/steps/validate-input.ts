import * as z from 'zod';

import { type AnyCall, decodeInput, encodeInput } from '@erply-kit/schemas';

import { Fault } from '../errors/fault.ts';
import type { Step } from './step.ts';

/** Turns each input into Erply's parameters. What Erply would refuse is refused here, before it costs quota. */
export const validateInput: Step = (flight) => {
  for (const item of flight.items) {
    item.parameters = encode(item.call, item.input, flight.isBulk ? `${item.call.name} ` : '');
  }
};

function encode(call: AnyCall, input: Readonly<Record<string, unknown>>, prefix: string) {
  try {
    const parameters = encodeInput(call, input);
    const [problem] = decodeInput(call, parameters).problems;
    if (!problem) return parameters;
    throw refusal(`${prefix}${problem.field} is ${problem.message}`, problem.code, problem.field);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw refusal(`${prefix}${error.issues.map(describe).join('; ')}`);
  }
}

/** The path and what belongs there; never the value. */
function describe(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return `has no input ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type') return `${path} is not ${issue.expected}`;
  return `${path} is ${issue.message}`;
}

function refusal(message: string, code?: number, errorField?: string): Fault {
  return new Fault(`wrong input: ${message}`, {
    kind: 'usage',
    cure: 'none',
    errorField,
    ...(code === undefined ? {} : { code }),
  });
}
