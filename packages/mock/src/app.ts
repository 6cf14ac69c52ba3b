import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';

import type { Account } from './account/account.ts';
import type { Control } from './control/control.ts';
import { controlRoutes } from './control/routes.ts';
import { readDocumentLink } from './entities/sales-documents/document-links.ts';
import { printDocument } from './entities/sales-documents/print-document.ts';
import { addressOf, type NodeBindings, schemeOf } from './node-bindings.ts';
import type { ResolvedOptions } from './options.ts';
import { readOwnEffect } from './read-own-effect.ts';
import type { AnswerDamage } from './request/answer-damage.ts';
import { answerWay, damageAnswer } from './request/damage-answer.ts';
import { frontEnd } from './request/gates/front-end.ts';
import { FrontEndLimit } from './request/gates/front-end-limit.ts';
import { type ApiAnswer, type ApiRequest, handle } from './request/handle.ts';
import { injectIntoReport, leavesReport } from './request/inject-into-report.ts';
import type { Server } from './server.ts';
import { answerBody } from './wire/answer-body.ts';
import { BufferPool } from './wire/buffer-pool.ts';
import { codeOfHost } from './wire/host-code.ts';
import { headerLimits } from './wire/multipart.ts';
import { textOf } from './wire/parameters.ts';
import { readBody, type UnreadableBody } from './wire/read-body.ts';
import { readParameters, type UnreadableParameters } from './wire/read-parameters.ts';

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

function contentType(answer: ApiAnswer): Record<string, string> {
  if (answer.sendContentType)
    return { 'content-type': `application/${answer.format.toLowerCase()}; charset=UTF-8` };
  const { plainContentType } = answer.switches;
  return plainContentType === 'none' ? {} : { 'content-type': plainContentType };
}

type Unreadable = UnreadableBody | UnreadableParameters;

/** Why a request is not read; it belongs to no account, so no journal has it. */
function refusalOf(reason: Unreadable, options: ResolvedOptions): { status: 400 | 413; text: string } {
  switch (reason) {
    case 'brokenOff':
      return { status: 400, text: 'The body broke off.' };
    case 'tooLarge':
      return { status: 413, text: `The body is larger than ${options.maxBodyBytes} bytes (maxBodyBytes).` };
    case 'tooManyParameters':
      return {
        status: 413,
        text: `The request has more than ${options.maxParameters} parameters (maxParameters).`,
      };
    case 'tooLargePart':
      return {
        status: 413,
        text: `The parts of the multipart form have headers of more than ${headerLimits.bytesOfPart} bytes each, or of more than ${headerLimits.lines} lines together.`,
      };
  }
}

function unreadable(reason: Unreadable, options: ResolvedOptions): Response {
  const { status, text } = refusalOf(reason, options);
  options.onNote(text);
  return new Response(text, { status, headers: { 'erply-mock-note': text } });
}

async function readRequest(server: Server, c: Context<Bindings>): Promise<ApiRequest | Unreadable> {
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
  const { publicUrl, config, maxParameters } = server.options;
  const switchesOf = (clientCode: string | undefined) =>
    server.accounts.find(clientCode ?? codeOfHost(host, publicUrl) ?? '')?.switches ?? config.switches;
  const read = readParameters(sent, { switchesOf, maxParameters });
  if (typeof read === 'string') return read;
  return {
    ...read,
    origin: {
      address: addressOf(c.env),
      baseUrl: publicUrl ?? `${schemeOf(c.env)}://${host}`,
      host,
    },
  };
}

function respond(c: Context<Bindings>, options: { pool: BufferPool; answer: ApiAnswer }) {
  const { pool, answer } = options;
  const { outgoing } = c.env ?? {};
  // In process nobody says when an answer has been read, so its memory is left to the garbage collector.
  const allocate =
    outgoing === undefined ? Buffer.allocUnsafe : pool.lease((giveBack) => outgoing.once('close', giveBack));
  const { content, bytes } = answerBody(answer.document, answer.format, allocate);
  const headers = contentType(answer);
  if (bytes !== undefined) headers['content-length'] = String(bytes);
  if (answer.notes.length > 0) headers['erply-mock-note'] = headerText(answer.notes);
  return new Response(content, { status: answer.httpStatus, headers });
}

/** The account that a request names, if there is one. */
function accountNamed(
  { accounts, options }: Server,
  { parameters, origin }: ApiRequest,
): Account | undefined {
  const code = textOf(parameters, 'clientCode') ?? codeOfHost(origin.host, options.publicUrl);
  return accounts.find(code ?? '');
}

/** The answer as it is, where no fault has a hand in it. */
function damaged(
  server: Server,
  c: Context<Bindings>,
  { answer, damage }: { readonly answer: Response; readonly damage: AnswerDamage | undefined },
): Response | Promise<Response> {
  if (damage === undefined) return answer;
  return damageAnswer(answer, damage, answerWay(c.env?.outgoing, c.req.raw, server.options.sleep));
}

function classicApi(server: Server): Hono<Bindings> {
  const { corsOrigins, rateLimit, config, onNote } = server.options;
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
      if (typeof request === 'string') return unreadable(request, server.options);
      const ownEffect = readOwnEffect(server, c, {
        accountOf: () => accountNamed(server, request),
        isReport: false,
      });
      if (ownEffect instanceof Response) return ownEffect;
      const answer = await handle(server, ownEffect === undefined ? request : { ...request, ownEffect });
      for (const note of new Set(answer.notes)) onNote(oneLine(note));
      return damaged(server, c, { answer: respond(c, { pool, answer }), damage: answer.damage });
    });
    app.all(path, (c) => c.text('The classic API takes POST and GET.', 405, { allow: 'GET, POST' }));
  }
  return app;
}

function reportFile(server: Server, name: string): Response {
  const file = server.reports.read(name);
  if (file === undefined) return new Response('No such report, or its time is over.', { status: 404 });
  return new Response(file.read(), {
    headers: {
      'content-type': 'text/csv; charset=ISO-8859-1',
      ...(file.bytes === undefined ? {} : { 'content-length': String(file.bytes) }),
    },
  });
}

function printedDocument({ accounts }: Server, name: string): Response {
  const found = readDocumentLink(name, (code) => accounts.find(code));
  if (found === undefined) return new Response('No such document, or its time is over.', { status: 404 });
  return new Response(printDocument(found), { headers: { 'content-type': 'text/html; charset=UTF-8' } });
}

/** The HTTP side of the fake: the classic API, report files and the control API. */
export function createApp(server: Server, control: Control): Hono<Bindings> {
  const app = new Hono<Bindings>({ strict: true });
  app.route('/', classicApi(server));
  app.get('/reports/:name', (c) => {
    const name = c.req.param('name');
    const accountOf = () => server.reports.ownerOf(name);
    const ownEffect = readOwnEffect(server, c, { accountOf, isReport: true });
    if (ownEffect instanceof Response) return ownEffect;
    const damage = injectIntoReport(accountOf(), ownEffect);
    const answer =
      damage !== undefined && leavesReport(damage) ? new Response(null) : reportFile(server, name);
    return damaged(server, c, { answer, damage });
  });
  app.get('/documents/:name', (c) => printedDocument(server, c.req.param('name')));
  app.route('/_mock', controlRoutes(server, control));
  app.notFound((c) =>
    c.text('Not here. The classic API is POST /api/, the control API is below /_mock.', 404),
  );
  return app;
}
