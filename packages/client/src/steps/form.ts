import type { Flight, FlightItem } from '../flight.ts';

/**
 * The form fields of a request. `sendContentType` makes the server call its answer JSON instead of HTML, so that
 * proxies leave it alone; we never rely on it.
 */
export function formOf(flight: Flight, clientCode: string): string {
  const form = new URLSearchParams({ clientCode, sendContentType: '1' });
  if (flight.sessionKey !== undefined) form.set('sessionKey', flight.sessionKey);
  if (flight.isBulk) {
    form.set('requests', JSON.stringify(flight.items.map(subRequest)));
  } else {
    for (const item of flight.items) {
      form.set('request', item.call.name);
      for (const [name, value] of parametersOf(item)) form.set(name, value);
    }
  }
  return form.toString();
}

function subRequest(item: FlightItem, index: number) {
  return { requestName: item.call.name, requestID: index + 1, ...Object.fromEntries(parametersOf(item)) };
}

function parametersOf(item: FlightItem): [string, string][] {
  return [...item.parameters, ...Object.entries(item.extra)];
}
