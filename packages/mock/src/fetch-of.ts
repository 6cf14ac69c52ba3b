import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';

import type { Outgoing } from './node-bindings.ts';

/** Somebody has sent the answer, or ended its connection. */
const isSettled = ({ headersSent, destroyed }: Pick<Outgoing, 'headersSent' | 'destroyed'>) =>
  headersSent || destroyed;

/**
 * How the HTTP adapter asks the app. A fault sends what is left of its answer itself, and a middleware that adds headers
 * would make a new answer of the mark that says so.
 */
export function fetchOf(app: Hono) {
  return (request: Request, bindings: { readonly outgoing: Pick<Outgoing, 'headersSent' | 'destroyed'> }) => {
    const answer = app.fetch(request, bindings);
    return answer instanceof Promise
      ? answer.then((sent) => (isSettled(bindings.outgoing) ? RESPONSE_ALREADY_SENT : sent))
      : answer;
  };
}
