import type { MiddlewareHandler } from 'hono';

import type { Switches } from '../../config/switches.ts';
import { addressOf, type NodeBindings } from '../../node-bindings.ts';
import type { FrontEndLimit } from './front-end-limit.ts';

/** No envelope: the front end knows nothing of the API behind it. */
function tooMany(kind: Switches['tooManyBody']): Response {
  const status = 429;
  return kind === 'json'
    ? Response.json({ error: 'Too Many Requests' }, { status })
    : new Response('<html><body>429 Too Many Requests</body></html>', {
        status,
        headers: { 'content-type': 'text/html' },
      });
}

/** HTTP 429: the address sends too much. Stands before all other gates, and before the request is read. */
export function frontEnd(
  limit: FrontEndLimit,
  body: Switches['tooManyBody'],
): MiddlewareHandler<{ Bindings: NodeBindings }> {
  return async (c, next) => {
    const address = addressOf(c.env);
    if (!limit.enter(address)) return tooMany(body);
    const leave = () => limit.leave(address);
    const { outgoing } = c.env ?? {};
    // Over HTTP a request is under way until its answer has been sent.
    if (outgoing !== undefined) {
      outgoing.once('close', leave);
      return next();
    }
    return next().finally(leave);
  };
}
