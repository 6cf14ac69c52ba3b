/** The parameters of one request, all text, by name. */
export type Parameters = ReadonlyMap<string, string>;

/** Which wins when a parameter is in both the body and the query; an account can have its own rule. */
export type Winner = (clientCode: string) => 'body' | 'query';

/** Reads the parameters of a request: form fields of the body and the query, which Erply keeps for compatibility. */
export async function readParameters(request: Request, winner: Winner): Promise<Parameters> {
  const queryAt = request.url.indexOf('?');
  const body = new Map(request.method === 'POST' ? new URLSearchParams(await request.text()) : []);
  if (queryAt === -1) return body;
  const query = new Map(new URLSearchParams(request.url.slice(queryAt + 1)));
  const clientCode = body.get('clientCode') ?? query.get('clientCode') ?? '';
  return winner(clientCode) === 'body' ? new Map([...query, ...body]) : new Map([...body, ...query]);
}

/** Turns a sub-request of a bulk request into parameters. Values may be JSON numbers, strings or booleans. */
export function subRequestParameters(item: Readonly<Record<string, unknown>>): Parameters {
  const parameters = new Map<string, string>();
  for (const [name, value] of Object.entries(item)) {
    if (value === null || typeof value === 'object') continue;
    parameters.set(name, typeof value === 'boolean' ? String(Number(value)) : String(value));
  }
  return parameters;
}
