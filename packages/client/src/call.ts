import type { Answer, AnyRecord } from './answer.ts';
import type { ApiRequest } from './api-request.ts';
import type { Attempt } from './attempt.ts';
import type { BulkResult } from './bulk/bulk-request.ts';
import type { Context } from './context.ts';
import { asMaybeApplied } from './errors/as-maybe-applied.ts';
import { Failure } from './errors/failure.ts';
import { toErplyError } from './errors/to-erply-error.ts';
import { settleRepeats } from './repeat/settle-repeats.ts';
import { reportAttempt } from './report-attempt.ts';
import { recover } from './retry/recover.ts';
import { countAttempt, type RetryState, untried } from './retry/retry-state.ts';
import { acquireLimits } from './steps/acquire-limits.ts';
import { classify } from './steps/classify.ts';
import { decode } from './steps/decode.ts';
import { limitFields } from './steps/limit-fields.ts';
import { price } from './steps/price.ts';
import { readRecords } from './steps/read-records.ts';
import { send } from './steps/send.ts';
import type { Preparation, Step } from './steps/step.ts';
import { useSession } from './steps/use-session.ts';
import { validateInput } from './steps/validate-input.ts';

/*
 * The life of a call. Why this order:
 *
 * - The input is checked first, because a wrong one should cost neither quota nor a login.
 * - The fields are counted when the input has become some.
 * - The price comes before the limits, because they ask for it.
 * - Limits come before the session: a wait for the turn of the hour may be longer than a session lasts, so the key is
 *   taken last of all. A login that it may need does not wait for a slot: it runs in that of the calls that wait for it.
 * - Decoding is apart from classifying: the first asks whether this is an answer of Erply's at all, the second what
 *   it says. Only then is it known whether to repeat, so `recover` stands between the tries and what follows.
 * - Records are read once, after the last try: what is wrong in them does not get better by asking again.
 */
const preparations: readonly Preparation[] = [validateInput, limitFields, price];
const eachTry: readonly Step[] = [acquireLimits, useSession, send, decode, classify];
const atLast = readRecords;

/** What became of a request that was answered. */
interface Outcome {
  /** What became of each call, in their order. */
  readonly results: readonly BulkResult<AnyRecord>[];
  /** Requests that it took. */
  readonly attempts: number;
  /** Bytes of the answer's body. */
  readonly bytes: number;
}

/**
 * Takes one request through all its steps, from where its tries have come to. Throws an `ErplyError`, or what
 * `isProgrammingError` says.
 */
export async function runRequest(planned: ApiRequest, context: Context, begun = untried): Promise<Outcome> {
  let state = begun;
  try {
    const request = preparations.reduce((prepared, prepare) => prepare(prepared, context), planned);
    for (;;) {
      const attempt: Attempt = { request, number: state.sent + 1 };
      const failed = await takeSteps(attempt, context);
      state = countAttempt(state, attempt, failed);
      const answered = failed ? refusedAsRepeat(failed.reason, attempt) : atLast(attempt, context);
      if (answered) {
        const run = (call: ApiRequest, tries: RetryState) => answerOf(call, context, tries);
        const results = await settleRepeats(answered, { attempt, state, context, run });
        return { results, attempts: state.sent, bytes: attempt.reply?.body.byteLength ?? 0 };
      }
      state = await recover(failed?.reason, { ...attempt, state }, context);
    }
  } catch (failure) {
    const error = toErplyError(failure, { ...planned, attempt: state.sent });
    const isInDoubt = error.mayHaveBeenApplied || (state.wasLost && !planned.isRead);
    throw isInDoubt ? asMaybeApplied(error, planned.isBulk ? undefined : planned.items[0]?.madeKey) : error;
  }
}

/** The refusal of a single call that was saved before, which is a success where this client has saved it. */
function refusedAsRepeat(reason: unknown, { request, number }: Attempt): BulkResult<AnyRecord>[] | undefined {
  if (request.isBulk || !(reason instanceof Failure) || reason.facts.kind !== 'duplicate') return undefined;
  return [{ ok: false, error: toErplyError(reason, { ...request, attempt: number }) }];
}

const answerOf = async (request: ApiRequest, context: Context, begun: RetryState) =>
  (await runCall(request, context, begun)).answer;

/** Takes one try through its steps; gives back why it failed, if it did. */
async function takeSteps(attempt: Attempt, context: Context): Promise<{ reason: unknown } | undefined> {
  try {
    for (const step of eachTry) await step(attempt, context);
    return undefined;
  } catch (reason) {
    attempt.permit?.release(attempt.sentAtMs !== undefined);
    return { reason };
  } finally {
    reportAttempt(attempt, context);
  }
}

/** Makes a single call; says how many requests it took. */
export async function runCall(
  request: ApiRequest,
  context: Context,
  begun = untried,
): Promise<{ readonly answer: Answer<AnyRecord>; readonly attempts: number }> {
  const { results, attempts } = await runRequest(request, context, begun);
  const [result] = results;
  if (result === undefined) throw new TypeError('a call that was made has a result');
  if (!result.ok) throw result.error;
  return { answer: result.answer, attempts };
}
