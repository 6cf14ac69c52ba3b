import { createMisuseError } from '../options/misuse.ts';
import { isNamedValues } from '../options/option-rule.ts';

const asked = { name: 'bulk', call: 'bulk' };
const example = 'client.getWarehouses.request()';

/** Checks that a bulk request is made of calls as values. */
export function checkRequests(requests: unknown): void {
  if (!Array.isArray(requests))
    throw createMisuseError(asked, `the requests must be a list, such as [${example}]`);
  const wrong = requests.findIndex((request) => !isRequest(request));
  if (wrong < 0) return;
  throw createMisuseError(asked, `requests[${wrong}] must be a call as a value, such as ${example}`);
}

function isRequest(request: unknown): boolean {
  if (!isNamedValues(request) || !isNamedValues(request.call)) return false;
  const { call, input } = request;
  return isNamedValues(input) && typeof (call as { input?: unknown }).input === 'function';
}
