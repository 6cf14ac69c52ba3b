import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';

import type { Control } from './control/control.ts';
import { controlRoutes } from './control/routes.ts';
import { frontEnd } from './gates/front-end.ts';
import { FrontEndLimit } from './gates/front-end-limit.ts';
import { type ApiAnswer, type ApiRequest, handle } from './handle.ts';
import { addressOf, type NodeBindings } from './node-bindings.ts';
import type { Server } from './server.ts';
import { answerBody } from './wire/answer-body.ts';
import { BufferPool } from './wire/buffer-pool.ts';
import { codeOfHost } from './wire/host-code.ts';
import { type Parameters, textOf } from './wire/parameters.ts';
import { readBody, type UnreadableBody } from './wire/read-body.ts';
import { readParameters } from './wire/read-parameters.ts';

type Bindings = { Bindings: NodeBindings };

const apiPaths = ['/api/', '/api'];

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey is what it is about.
const oneLine = (note: string) => note.replace(/[\x00-\x1f\x7f-\x9f]/g, '?');

/** Notes as one header value: what cannot stand in a header is replaced. */
const headerText = (notes: readonly string[]) =>
  notes
    .join(' | ')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 1000);

function contentType(parameters: Parameters, answer: ApiAnswer): Record<string, string> {
  if (textOf(parameters, 'sendContentType') === '1')
    return { 'content-type': `application/${answer.format.toLowerCase()}; charset=UTF-8` };
  const { plainContentType } = answer.switches;
  return plainContentType === 'none' ? {} : { 'content-type': plainContentType };
}

function unreadable(reason: UnreadableBody, maxBytes: number): Response {
  return reason === 'tooLarge'
    ? new Response(`The body is larger than ${maxBytes} bytes.`, { status: 413 })
    : new Response('The body broke off.', { status: 400 });
}

async function readRequest(server: Server, c: Context<Bindings>): Promise<ApiRequest | UnreadableBody> {
  const request = c.req.raw;
  const body = await readBody(request, server.options.maxBodyBytes);
  if (typeof body === 'string') return body;
  const queryAt = request.url.indexOf('?');
  const sent = {
    body: body.text,
    contentType: c.req.header('content-type') ?? '',
    query: queryAt === -1 ? '' : request.url.slice(queryAt + 1),
  };
  const host = c.req.header('host') ?? 'localhost';
  const { publicUrl, config } = server.options;
  const switchesOf = (clientCode: string | undefined) =>
    server.accounts.find(clientCode ?? codeOfHost(host, publicUrl) ?? '')?.switches ?? config.switches;
  return {
    ...readParameters(sent, switchesOf),
    place: {
      address: addressOf(c.env),
      baseUrl: publicUrl ?? `http://${host}`,
      host,
    },
  };
}

function respond(
  c: Context<Bindings>,
  options: { pool: BufferPool; request: ApiRequest; answer: ApiAnswer },
) {
  const { pool, request, answer } = options;
  const { outgoing } = c.env ?? {};
  // In process nobody tells when an answer has been read, so its memory is left to the garbage collector.
  const allocate =
    outgoing === undefined ? Buffer.allocUnsafe : pool.lease((giveBack) => outgoing.once('close', giveBack));
  const { content, bytes } = answerBody(answer.document, answer.format, allocate);
  const headers = contentType(request.parameters, answer);
  if (bytes !== undefined) headers['content-length'] = String(bytes);
  if (answer.notes.length > 0) headers['erply-mock-note'] = headerText(answer.notes);
  return new Response(content, { status: answer.httpStatus, headers });
}

function classicApi(server: Server): Hono<Bindings> {
  const { corsOrigins, rateLimit, config, maxBodyBytes, onNote } = server.options;
  const app = new Hono<Bindings>({ strict: true });
  const pool = new BufferPool();
  const limit = rateLimit
    ? frontEnd(new FrontEndLimit(() => server.clock.nowMs()), config.switches.tooManyBody)
    : undefined;
  for (const path of apiPaths) {
    if (corsOrigins !== undefined)
      app.use(
        path,
        cors({
          origin: corsOrigins.includes('*') ? '*' : [...corsOrigins],
          exposeHeaders: ['Erply-Mock-Note'],
        }),
      );
    if (limit !== undefined) app.use(path, limit);
    app.on(['GET', 'POST'], path, async (c) => {
      const request = await readRequest(server, c);
      if (typeof request === 'string') return unreadable(request, maxBodyBytes);
      const answer = await handle(server, request);
      for (const note of new Set(answer.notes)) onNote(oneLine(note));
      return respond(c, { pool, request, answer });
    });
    app.all(path, (c) => c.text('The classic API takes POST and GET.', 405, { allow: 'GET, POST' }));
  }
  return app;
}

/** The HTTP side of the fake: the classic API, report files and the control API. */
export function createApp(server: Server, control: Control): Hono<Bindings> {
  const app = new Hono<Bindings>({ strict: true });
  app.route('/', classicApi(server));
  app.get('/reports/:name', (c) => {
    const file = server.reports.read(c.req.param('name'));
    if (file === undefined) return c.text('No such report, or its time is over.', 404);
    return new Response(file.read(), {
      headers: {
        'content-type': 'text/csv; charset=ISO-8859-1',
        ...(file.bytes === undefined ? {} : { 'content-length': String(file.bytes) }),
      },
    });
  });
  app.route('/_mock', controlRoutes(server, control));
  app.notFound((c) =>
    c.text('Not here. The classic API is POST /api/, the control API is below /_mock.', 404),
  );
  return app;
}
