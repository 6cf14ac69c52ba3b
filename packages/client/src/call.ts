import type { Context } from './context.ts';
import { toErplyError } from './errors/to-erply-error.ts';
import type { AnyAnswer, Flight } from './flight.ts';
import { reportRequest } from './report-request.ts';
import { recover } from './retry/recover.ts';
import { acquireLimits } from './steps/acquire-limits.ts';
import { classify } from './steps/classify.ts';
import { decode } from './steps/decode.ts';
import { limitFields } from './steps/limit-fields.ts';
import { price } from './steps/price.ts';
import { readRecords } from './steps/read-records.ts';
import { send } from './steps/send.ts';
import type { Step } from './steps/step.ts';
import { useSession } from './steps/use-session.ts';
import { validateInput } from './steps/validate-input.ts';

/*
 * The life of a call. Why this order:
 *
 * - The input is checked first, because a wrong one should cost neither quota nor a login.
 * - The fields are counted when the input has become some.
 * - The price comes before the limits, because they ask for it.
 * - Limits come before the session: a wait for the turn of the hour may be longer than a session lasts, so the key is
 *   taken last of all. A login that it may need is not short of a place: it runs in the place of the calls that wait
 *   for it.
 * - Decoding is apart from classifying: the first asks whether this is an answer of Erply's at all, the second what
 *   it says. Only then is it known whether to repeat, so `recover` stands between the tries and what follows.
 * - Records are read once, after the last try: what is wrong in them does not get better by asking again.
 */
const once: readonly Step[] = [validateInput, limitFields, price];
const eachTry: readonly Step[] = [acquireLimits, useSession, send, decode, classify];
const atLast: readonly Step[] = [readRecords];

/** Takes one request through all its steps. Throws an `ErplyError`, or what `isProgrammingError` says. */
export async function runFlight(flight: Flight, context: Context): Promise<void> {
  try {
    for (const step of once) await step(flight, context);
    while (!(await trySteps(flight, context)));
    for (const step of atLast) await step(flight, context);
  } catch (failure) {
    throw toErplyError(failure, flight);
  }
}

/** One try; false when it failed and may be repeated. */
async function trySteps(flight: Flight, context: Context): Promise<boolean> {
  flight.sentAtMs = undefined;
  flight.reply = undefined;
  flight.code = undefined;
  try {
    for (const step of eachTry) await step(flight, context);
  } catch (failure) {
    flight.permit?.release(flight.sentAtMs !== undefined);
    reportRequest(flight, context);
    await recover(failure, flight, context);
    return false;
  }
  reportRequest(flight, context);
  return true;
}

/** The answer of a flight that was a single call. */
export async function answerOf(flight: Flight, context: Context): Promise<AnyAnswer> {
  await runFlight(flight, context);
  const answer = flight.items[0]?.answer;
  if (!answer) throw new TypeError('a call that went well has an answer');
  return answer;
}
