import type { Context } from '../context.ts';
import { Failure } from '../errors/failure.ts';
import { type FailedAttempt, recover } from '../retry/recover.ts';
import { untried } from '../retry/retry-state.ts';
import { type Lifetime, limitTime, type TimeLimit } from '../time/lifetime.ts';
import { checkFile } from '../transport/check-reply.ts';
import { createEncodingFailure } from '../transport/create-encoding-failure.ts';
import { describeStatus } from '../transport/http-status.ts';
import { interpretTransportError } from '../transport/interpret-transport-error.ts';
import type { TransportFile } from '../transport/transport.ts';
import { TransportError } from '../transport/transport-error.ts';
import { createIncompleteFailure } from './read-whole-file.ts';

/** A report file, and how to let go of it before its end. */
export interface OpenedFile extends TransportFile {
  cancel(): void;
}

/** Opens a report file, again after failures that may pass. No session key goes along: the link is all it takes. */
export async function openFile(
  url: URL,
  request: FailedAttempt['request'],
  context: Context,
): Promise<OpenedFile> {
  for (let state = untried; ; ) {
    try {
      return await tryOpen(url, request.lifetime, context);
    } catch (failure) {
      state = await recover(failure, { request, state: { ...state, sent: state.sent + 1 } }, context);
    }
  }
}

async function tryOpen(url: URL, lifetime: Lifetime, context: Context): Promise<OpenedFile> {
  const limit = limitTime(lifetime.signal, context.settings.timeoutMs, context.clock);
  try {
    const file = await context.transport.open({ url: url.href, signal: limit.signal });
    checkFile(file);
    if (file.status === 200 && file.contentEncoding !== undefined)
      throw createEncodingFailure(file.contentEncoding);
    if (file.status === 200)
      return { ...file, chunks: limitChunks(file.chunks, limit, context), cancel: limit.cancel };
    const recovery = file.status >= 500 || file.status === 429 ? 'backOff' : 'none';
    throw new Failure(`the report file could not be fetched (${describeStatus(file.status)})`, {
      kind: 'transport',
      recovery,
    });
  } catch (error) {
    const reason = limit.signal.aborted ? limit.signal.reason : error;
    limit.cancel();
    throw error instanceof Failure ? error : interpretTransportError(reason);
  }
}

/** Bytes a millisecond that a file must come at, over the whole of it: a byte now and then would never end. */
const leastBytesPerMs = 10;

/** The time limits count while we wait for bytes, not while the program is busy with them. */
async function* limitChunks(
  chunks: AsyncIterable<Uint8Array>,
  limit: TimeLimit,
  { settings, clock }: Context,
): AsyncGenerator<Uint8Array> {
  const { timeoutMs, fileTimeoutMs, maxFileBytes } = settings;
  let bytes = 0;
  let waitedMs = 0;
  try {
    limit.restart();
    let beganMs = clock.monotonic();
    for await (const chunk of chunks) {
      limit.pause();
      waitedMs += clock.monotonic() - beganMs;
      bytes += chunk.byteLength;
      if (bytes > maxFileBytes) throw createLimitFailure('is larger than maxFileBytes allows', 'response');
      if (waitedMs > Math.min(fileTimeoutMs, timeoutMs + bytes / leastBytesPerMs))
        throw createLimitFailure(
          `comes too slowly: ${bytes} bytes in ${Math.round(waitedMs / 1000)} s`,
          'timeout',
        );
      yield chunk;
      limit.restart();
      beganMs = clock.monotonic();
    }
  } catch (error) {
    throw interpretBreak(limit.signal.aborted ? limit.signal.reason : error);
  } finally {
    limit.cancel();
  }
}

function createLimitFailure(problem: string, kind: 'response' | 'timeout'): Failure {
  return new Failure(`the report file ${problem}`, { kind, recovery: 'none' });
}

/** A file that breaks off is incomplete, whatever broke it; only ends that we made ourselves are reported as such. */
function interpretBreak(error: unknown): unknown {
  return error instanceof TransportError
    ? createIncompleteFailure(`the connection broke off (${error.message})`)
    : interpretTransportError(error);
}
