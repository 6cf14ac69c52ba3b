/** What a reader asks for. */
export interface FeedQuery {
  /** A watermark, or Unix seconds. */
  readonly changedSince: number | undefined;
  readonly warehouses: readonly number[];
  readonly groups: readonly string[];
}

/** A request that cannot be answered as it is; the message is one sentence for whoever wrote it. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly status: 400 | 404 | 406 | 410;

  constructor(status: QueryError['status'], message: string) {
    super(message);
    this.status = status;
  }
}

const names = ['changedSince', 'warehouse', 'group'];
const mostValues = 100;

/** Reads the query of a URL; throws `QueryError` naming what there is not. */
export function readQuery(parameters: URLSearchParams, allowed: readonly string[] = names): FeedQuery {
  const unknown = [...new Set(parameters.keys())].filter((name) => !allowed.includes(name));
  if (unknown.length > 0) {
    const listed = unknown.slice(0, 5).map(quoted).join(', ');
    const known = allowed.length > 0 ? `; there is ${allowed.join(', ')}` : '';
    throw new QueryError(400, `there is no parameter ${listed}${known}`);
  }
  const since = parameters.getAll('changedSince');
  if (since.length > 1) throw new QueryError(400, 'changedSince can be given once');
  const warehouses = parameters.getAll('warehouse');
  if (warehouses.length > mostValues) throw new QueryError(400, `warehouse can be given ${mostValues} times`);
  const groups = parameters.getAll('group');
  if (groups.length > mostValues) throw new QueryError(400, `group can be given ${mostValues} times`);
  return {
    changedSince: since[0] === undefined ? undefined : wholeNumber('changedSince', since[0]),
    warehouses: [...new Set(warehouses.map((text) => wholeNumber('warehouse', text)))].sort((a, b) => a - b),
    groups: [...new Set(groups)].sort(),
  };
}

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  const what =
    name === 'warehouse' ? 'the number of a warehouse' : 'Unix seconds, or the watermark of an answer';
  throw new QueryError(400, `${name} needs ${what}`);
}

/** A word from outside, so short that a line stays a line. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
