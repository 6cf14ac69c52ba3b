import { Hono } from 'hono';

import type { Control } from './control/control.ts';
import { controlRoutes } from './control/routes.ts';
import { frontEnd } from './gates/front-end.ts';
import { FrontEndLimit } from './gates/front-end-limit.ts';
import { handle } from './handle.ts';
import { addressOf, type NodeBindings } from './node-bindings.ts';
import type { Server } from './server.ts';
import { BufferPool } from './wire/buffer-pool.ts';
import { type Parameters, readParameters, type Winner } from './wire/parameters.ts';

/** Notes as one header value: what cannot stand in a header is replaced. */
const headerText = (notes: readonly string[]) =>
  notes
    .join(' | ')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 1000);

function contentType(parameters: Parameters, plain: string): Record<string, string> {
  if (parameters.get('sendContentType') === '1') return { 'content-type': 'application/json; charset=UTF-8' };
  return plain === 'none' ? {} : { 'content-type': plain };
}

/** The HTTP side of the fake: the classic API, report files and the control API. */
export function createApp(server: Server, control: Control): Hono<{ Bindings: NodeBindings }> {
  const app = new Hono<{ Bindings: NodeBindings }>({ strict: true });

  const winner: Winner = (code) => (server.accounts.find(code)?.switches ?? server.options.switches).merge;
  const limit = server.options.rateLimit
    ? frontEnd(new FrontEndLimit(() => server.clock.nowMs()))
    : undefined;
  const pool = new BufferPool();
  const baseUrl = (host: string | undefined) => server.options.publicUrl ?? `http://${host ?? 'localhost'}`;

  for (const path of ['/api/', '/api']) {
    if (limit !== undefined) app.use(path, limit);
    app.on(['GET', 'POST'], path, async (c) => {
      const parameters = await readParameters(c.req.raw, winner);
      const { outgoing } = c.env ?? {};
      // In process nobody tells when an answer has been read, so its memory is left to the garbage collector.
      const allocate =
        outgoing === undefined
          ? Buffer.allocUnsafe
          : pool.lease((giveBack) => outgoing.once('close', giveBack));
      const answer = handle(server, parameters, {
        address: addressOf(c.env),
        baseUrl: baseUrl(c.req.header('host')),
        allocate,
      });
      const headers = contentType(parameters, answer.switches.plainContentType);
      if (answer.notes.length > 0) {
        headers['erply-mock-note'] = headerText(answer.notes);
        for (const note of new Set(answer.notes)) server.options.onNote(note);
      }
      return new Response(answer.bytes as Uint8Array<ArrayBuffer>, { headers });
    });
  }

  app.get('/reports/:name', (c) => {
    const text = server.reports.read(c.req.param('name'));
    if (text === undefined) return c.text('No such report, or its time is over.', 404);
    const bytes = Buffer.from(text, 'latin1');
    return new Response(bytes, {
      headers: { 'content-type': 'text/csv; charset=ISO-8859-1', 'content-length': String(bytes.length) },
    });
  });

  app.route('/_mock', controlRoutes(server, control));
  app.notFound((c) =>
    c.text('Not here. The classic API is POST /api/, the control API is below /_mock.', 404),
  );
  return app;
}
