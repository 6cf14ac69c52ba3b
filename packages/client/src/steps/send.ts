import type { Attempt } from '../attempt.ts';
import type { Context } from '../context.ts';
import { limitTime } from '../time/lifetime.ts';
import { checkReply } from '../transport/check-reply.ts';
import { interpretTransportError } from '../transport/interpret-transport-error.ts';
import { TransportError } from '../transport/transport-error.ts';
import { encodeForm } from './encode-form.ts';
import type { Step } from './step.ts';

/** A bulk request does the work of many, and answers as much. */
const bulkTimeoutFactor = 5;
const bulkBytesFactor = 4;

/** Sends the request and reads the answer to its end. Its slot is free again as soon as that is done. */
export const send: Step = async (attempt, context) => {
  const { settings, clock, transport } = context;
  const { isBulk, lifetime } = attempt.request;
  const form = encodeForm(attempt, settings.clientCode);
  const timeoutMs = settings.timeoutMs * (isBulk ? bulkTimeoutFactor : 1);
  const maxBytes = settings.maxAnswerBytes * (isBulk ? bulkBytesFactor : 1);
  const limited = limitTime(lifetime.signal, timeoutMs, clock);
  count(attempt, context);
  let reply: unknown;
  try {
    reply = await transport.send({ url: settings.apiUrl.href, form, signal: limited.signal, maxBytes });
  } catch (error) {
    throw interpretTransportError(limited.signal.aborted ? limited.signal.reason : error);
  } finally {
    attempt.endedAtMs = clock.now();
    limited.end();
    attempt.permit?.release(true);
  }
  checkReply(reply);
  // A transport of the program's own may not have looked.
  if (reply.body.byteLength > maxBytes) throw interpretTransportError(new TransportError('tooLarge'));
  attempt.reply = reply;
};

function count(attempt: Attempt, context: Context): void {
  attempt.sentAtMs = context.clock.now();
  attempt.sentMonotonicMs = context.clock.monotonic();
  context.usage.requests += 1;
  context.usage.costTenths += attempt.request.costTenths;
}
