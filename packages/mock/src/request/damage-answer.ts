import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

import type { FaultEffect, HttpStatusEffect } from '../faults/fault-rule.ts';
import type { Outgoing } from '../node-bindings.ts';
import type { Sleep } from '../sleep.ts';
import type { AnswerDamage } from './answer-damage.ts';
import { allButLast, type Bytes, beginningOf, slowed } from './damaged-bytes.ts';

/** How an answer goes out. */
export interface AnswerWay {
  /** Absent when the app is called in process. */
  readonly outgoing: Outgoing | undefined;
  readonly sleep: Sleep;
  /** Nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** The way of an answer, whose signal says when its client has gone. */
export function answerWay(outgoing: Outgoing | undefined, request: Request, sleep: Sleep): AnswerWay {
  if (outgoing === undefined) return { outgoing, sleep, signal: request.signal };
  const gone = new AbortController();
  if (outgoing.destroyed) gone.abort();
  else outgoing.once('close', () => gone.abort());
  return { outgoing, sleep, signal: gone.signal };
}

async function* bytesOf(answer: Response): Bytes {
  if (answer.body !== null) yield* answer.body;
}

const lengthOf = (answer: Response) => Number(answer.headers.get('content-length') ?? Number.NaN);

/** The same answer with another body; without a length where that is not known. */
function withBody(answer: Response, body: Bytes | null, length: number): Response {
  const headers = new Headers(answer.headers);
  if (Number.isNaN(length)) headers.delete('content-length');
  else headers.set('content-length', String(length));
  const stream = body === null ? null : ReadableStream.from(body);
  return new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>> | null, {
    status: answer.status,
    headers,
  });
}

function statusAnswer({ httpStatus, headers, body }: HttpStatusEffect): Response {
  const sent = new Headers({ ...headers });
  if (body === undefined) return new Response(null, { status: httpStatus, headers: sent });
  const isText = typeof body === 'string';
  if (!sent.has('content-type'))
    sent.set('content-type', isText ? 'text/plain; charset=UTF-8' : 'application/json');
  return new Response(isText ? body : JSON.stringify(body), { status: httpStatus, headers: sent });
}

function changed(answer: Response, effect: FaultEffect | undefined): Response {
  if (effect === undefined) return answer;
  if ('httpStatus' in effect) return statusAnswer(effect);
  if ('emptyBody' in effect) return withBody(answer, null, 0);
  if ('invalidJson' in effect) return withBody(answer, allButLast(bytesOf(answer)), lengthOf(answer) - 1);
  return answer;
}

/** Tells the HTTP adapter that nothing is left to be sent. */
const alreadySent = () => RESPONSE_ALREADY_SENT.clone() as Response;

const flushed = (outgoing: Outgoing, bytes: Uint8Array) =>
  new Promise<void>((resolve) => {
    outgoing.write(bytes, () => resolve());
  });

/** A body that ends as one does whose connection has gone. */
async function* brokenOff(bytes: Bytes): Bytes {
  yield* bytes;
  throw new TypeError('terminated');
}

/** Announces the whole answer and cuts the connection before its end. In process there is none to cut. */
async function cutOff(answer: Response, bytes: Bytes, outgoing: Outgoing | undefined): Promise<Response> {
  if (outgoing === undefined) return withBody(answer, brokenOff(bytes), lengthOf(answer));
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  outgoing.flushHeaders();
  for await (const piece of bytes) await flushed(outgoing, piece);
  outgoing.socket?.destroySoon();
  return alreadySent();
}

/** Ends the connection without a byte of an answer. In process there is an answer, which cannot be read. */
async function drop(answer: Response, outgoing: Outgoing | undefined): Promise<Response> {
  if (outgoing === undefined) return cutOff(answer, beginningOf(bytesOf(answer), 0), outgoing);
  outgoing.socket?.destroy();
  return alreadySent();
}

/** Waits. The server ends connections that are silent for long, but this silence is wanted. */
async function wait(latencyMs: number, { outgoing, sleep, signal }: AnswerWay): Promise<void> {
  const socket = outgoing?.socket;
  const silenceMs = socket?.timeout ?? 0;
  socket?.setTimeout(0);
  await sleep(latencyMs, signal);
  socket?.setTimeout(silenceMs);
}

/** Does to an answer on its way what faults want. */
export async function damageAnswer(
  answer: Response,
  { latencyMs, effect, bytesPerSecond }: AnswerDamage,
  way: AnswerWay,
): Promise<Response> {
  const { outgoing, sleep, signal } = way;
  if (latencyMs > 0) await wait(latencyMs, way);
  if (effect !== undefined && 'drop' in effect) return drop(answer, outgoing);
  const sent = changed(answer, effect);
  const bytes =
    bytesPerSecond === undefined
      ? bytesOf(sent)
      : slowed(bytesOf(sent), bytesPerSecond, (ms) => sleep(ms, signal));
  if (effect !== undefined && 'truncateAtByte' in effect)
    return cutOff(sent, beginningOf(bytes, effect.truncateAtByte), outgoing);
  return bytesPerSecond === undefined || sent.body === null ? sent : withBody(sent, bytes, lengthOf(sent));
}
