import type { Context } from 'hono';

import { quoted } from '../wire/unknown-name.ts';
import { ControlError } from './control-error.ts';

/** Routes that take something behind the question mark. They say themselves what. */
const withQuery = /^(GET .*\/(journal|changes|export)|POST .*\/data)$/;

/**
 * Refuses what a route would not look at: `DELETE …/journal?request=getProducts` must not empty the whole journal.
 * `path` is below `/_mock`.
 */
export function refuseQuery(c: Context, path: string): void {
  const queries = c.req.queries();
  const [name] = Object.keys(queries);
  const route = `${c.req.method} ${path}`;
  if (name !== undefined && !withQuery.test(route))
    throw new ControlError(400, `${route.slice(0, 200)} takes nothing behind ?, and has ${quoted(name)}`);
  const [twice] = Object.entries(queries).find(([, values]) => values.length > 1) ?? [];
  if (twice !== undefined) throw new ControlError(400, `${quoted(twice)} is there twice: give it once`);
}
