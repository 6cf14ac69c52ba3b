import type { Context } from '../context.ts';
import type { Flight } from '../flight.ts';
import { limitTime } from '../time/lifetime.ts';
import { checkReply } from '../transport/check-reply.ts';
import { TransportError } from '../transport/transport-error.ts';
import { transportFault } from '../transport/transport-fault.ts';
import { formOf } from './form.ts';
import type { Step } from './step.ts';

/** A bulk request does the work of many, and answers as much. */
const bulkTimeoutFactor = 5;
const bulkBytesFactor = 4;

/** Sends the request and reads the answer to its end. The place in flight is free again as soon as that is done. */
export const send: Step = async (flight, context) => {
  const { settings, clock, transport } = context;
  const form = formOf(flight, settings.clientCode);
  const timeoutMs = settings.timeoutMs * (flight.isBulk ? bulkTimeoutFactor : 1);
  const maxBytes = settings.maxAnswerBytes * (flight.isBulk ? bulkBytesFactor : 1);
  const limited = limitTime(flight.lifetime.signal, timeoutMs, clock);
  count(flight, context);
  let reply: unknown;
  try {
    reply = await transport.send({ url: settings.apiUrl.href, form, signal: limited.signal, maxBytes });
  } catch (error) {
    throw transportFault(limited.signal.aborted ? limited.signal.reason : error);
  } finally {
    flight.receivedAtMs = clock.now();
    limited.end();
    flight.permit?.release(true);
  }
  checkReply(reply);
  // A transport of the program's own may not have looked.
  if (reply.body.byteLength > maxBytes) throw transportFault(new TransportError('tooLarge'));
  flight.reply = reply;
};

function count(flight: Flight, context: Context): void {
  flight.attempt += 1;
  flight.sentAtMs = context.clock.now();
  context.usage.requests += 1;
  context.usage.costTenths += flight.costTenths;
}
