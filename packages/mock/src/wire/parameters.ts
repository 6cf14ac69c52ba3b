/** The parameters of one request, all text, by name. */
export type Parameters = ReadonlyMap<string, string>;

/**
 * Reads the parameters of a request: form fields of the body and the query, which Erply keeps for compatibility.
 * Where a name is in both, `winner` decides.
 */
export async function readParameters(request: Request, winner: 'body' | 'query'): Promise<Parameters> {
  const url = request.url;
  const queryAt = url.indexOf('?');
  const parameters = new Map<string, string>();
  const body = request.method === 'POST' ? await request.text() : '';
  const query = queryAt === -1 ? '' : url.slice(queryAt + 1);
  for (const text of winner === 'body' ? [query, body] : [body, query]) {
    if (text !== '') for (const [name, value] of new URLSearchParams(text)) parameters.set(name, value);
  }
  return parameters;
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
