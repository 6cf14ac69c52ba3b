import type { Flight, FlightItem } from '../flight.ts';

/** Fields of a form that are not the call's own: `clientCode`, `sessionKey`, `request` or `requests`, `sendContentType`. */
const commonFields = 4;

/**
 * The form fields of a request. Those that it cannot do without come first: PHP drops what comes after so many fields,
 * and says nothing. `sendContentType` makes the server call its answer JSON instead of HTML, so that proxies leave it
 * alone; we never rely on it.
 */
export function formOf(flight: Flight, clientCode: string): string {
  const form = new URLSearchParams({ clientCode });
  if (flight.sessionKey !== undefined) form.set('sessionKey', flight.sessionKey);
  const [single] = flight.items;
  if (flight.isBulk) form.set('requests', JSON.stringify(flight.items.map(subRequest)));
  else if (single) form.set('request', single.call.name);
  form.set('sendContentType', '1');
  if (!flight.isBulk && single) for (const [name, value] of parametersOf(single)) form.set(name, value);
  return form.toString();
}

/** How many fields the form has, as PHP counts them: a bulk request is one of them, whatever its calls hold. */
export function countFields(flight: Flight): number {
  const [single] = flight.items;
  return commonFields + (flight.isBulk || !single ? 0 : parametersOf(single).length);
}

function subRequest(item: FlightItem, index: number) {
  return { requestName: item.call.name, requestID: index + 1, ...Object.fromEntries(parametersOf(item)) };
}

function parametersOf(item: FlightItem): [string, string][] {
  return [...Object.entries(item.extra), ...item.parameters];
}
