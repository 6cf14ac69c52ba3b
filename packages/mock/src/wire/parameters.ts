import type { ParameterValue } from '@erply-kit/schemas';

/** The parameters of one request by name, as Erply's server has them after PHP has read the form. */
export type Parameters = ReadonlyMap<string, ParameterValue>;

/** Which wins when a parameter is in both the body and the query; an account can have its own rule. */
export type Winner = (clientCode: string) => 'body' | 'query';

/** A parameter that is one text; one that was sent as an array counts as not sent. */
export function textOf(parameters: Parameters, name: string): string | undefined {
  const value = parameters.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** A field's name without its brackets, and whether it has any: `name[]` and `name[key]` are arrays to PHP. */
function phpName(sent: string): { readonly name: string; readonly isArray: boolean } {
  if (!/[. [\]]/.test(sent)) return { name: sent, isArray: false };
  const bracketAt = sent.indexOf('[');
  const isArray = bracketAt > 0 && sent.includes(']', bracketAt);
  const name = isArray ? sent.slice(0, bracketAt) : sent;
  return { name: name.trimStart().replace(/[. [\]]/g, '_'), isArray };
}

/** Makes variables of form fields as PHP does: the last one of a name wins, brackets make an array. */
export function phpVariables(fields: Iterable<readonly [string, string]>): Map<string, ParameterValue> {
  const variables = new Map<string, string | string[]>();
  for (const [sent, value] of fields) {
    const { name, isArray } = phpName(sent);
    if (name === '') continue;
    const before = isArray ? variables.get(name) : undefined;
    if (Array.isArray(before)) before.push(value);
    else variables.set(name, isArray ? [value] : value);
  }
  return variables;
}

/** The parameters of the body and those of the query, which Erply keeps for compatibility, in one. */
export function mergedParameters(
  sent: { readonly body: Parameters; readonly query: Parameters },
  winner: Winner,
): Parameters {
  const { body, query } = sent;
  if (query.size === 0) return body;
  if (body.size === 0) return query;
  const clientCode = textOf(body, 'clientCode') ?? textOf(query, 'clientCode') ?? '';
  return winner(clientCode) === 'body' ? new Map([...query, ...body]) : new Map([...body, ...query]);
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
