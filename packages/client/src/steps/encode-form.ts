import type { ApiRequest, RequestedCall } from '../api-request.ts';
import type { Attempt } from '../attempt.ts';

/** Fields of a form that are not the call's own: `clientCode`, `sessionKey`, `request` or `requests`, `sendContentType`. */
const commonFields = 4;

/**
 * The form fields of a request. Those that it cannot do without come first: PHP drops what comes after so many fields,
 * and says nothing. `sendContentType` makes the server call its answer JSON instead of HTML, so that proxies leave it
 * alone; we never rely on it.
 */
export function encodeForm({ request, sessionKey }: Attempt, clientCode: string): string {
  const form = new URLSearchParams({ clientCode });
  if (sessionKey !== undefined) form.set('sessionKey', sessionKey);
  const [single] = request.items;
  if (request.isBulk) form.set('requests', JSON.stringify(request.items.map(encodeSubRequest)));
  else if (single) form.set('request', single.call.name);
  form.set('sendContentType', '1');
  if (!request.isBulk && single) for (const [name, value] of listParameters(single)) form.set(name, value);
  return form.toString();
}

/** How many fields the form has, as PHP counts them: a bulk request is one of them, whatever its calls hold. */
export function countFields({ isBulk, items }: ApiRequest): number {
  const [single] = items;
  return commonFields + (isBulk || !single ? 0 : listParameters(single).length);
}

function encodeSubRequest(item: RequestedCall, index: number) {
  return { requestName: item.call.name, requestID: index + 1, ...Object.fromEntries(listParameters(item)) };
}

function listParameters(item: RequestedCall): [string, string][] {
  return [...Object.entries(item.extra), ...item.parameters];
}
