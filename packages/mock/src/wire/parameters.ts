import type { ParameterValue } from '@erply-kit/schemas';

/** The parameters of one request by name, as Erply's server has them after PHP has read the form. */
export type Parameters = ReadonlyMap<string, ParameterValue>;

/** A parameter that is one text; one that was sent as an array counts as not sent. */
export function textOf(parameters: Parameters, name: string): string | undefined {
  const value = parameters.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The parameters of the body and those of the query, which Erply keeps for compatibility, in one. */
export function mergedParameters(
  sent: { readonly body: Parameters; readonly query: Parameters },
  winner: 'body' | 'query',
): Parameters {
  const { body, query } = sent;
  if (query.size === 0) return body;
  if (body.size === 0) return query;
  return winner === 'body' ? new Map([...query, ...body]) : new Map([...body, ...query]);
}

/** Turns a sub-request of a bulk request into parameters. Values may be JSON numbers, strings or booleans. */
export function subRequestParameters(item: Readonly<Record<string, unknown>>): Map<string, ParameterValue> {
  const parameters = new Map<string, ParameterValue>();
  for (const [name, value] of Object.entries(item)) {
    if (value === null) continue;
    if (typeof value === 'object') parameters.set(name, Array.isArray(value) ? value : [value]);
    else parameters.set(name, typeof value === 'boolean' ? String(Number(value)) : String(value));
  }
  return parameters;
}
