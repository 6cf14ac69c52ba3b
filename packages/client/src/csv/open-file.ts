import type { Context } from '../context.ts';
import { Fault } from '../errors/fault.ts';
import { recover, type Trip } from '../retry/recover.ts';
import { limitTime, type TimeLimit } from '../time/lifetime.ts';
import { refuseCoded } from '../transport/refuse-coded.ts';
import type { TransportFile } from '../transport/transport.ts';
import { TransportError } from '../transport/transport-error.ts';
import { transportFault } from '../transport/transport-fault.ts';
import { incomplete } from './whole-file.ts';

/** Opens a report file, again after faults that may pass. No session key goes along: the link is all it takes. */
export async function openFile(url: URL, trip: Trip, context: Context): Promise<TransportFile> {
  for (;;) {
    try {
      return await tryOpen(url, trip, context);
    } catch (failure) {
      await recover(failure, trip, context);
    }
  }
}

async function tryOpen(url: URL, trip: Trip, context: Context): Promise<TransportFile> {
  const limit = limitTime(trip.lifetime.signal, context.settings.timeoutMs, context.clock);
  trip.attempt += 1;
  try {
    const file = await context.transport.open({ url: url.href, signal: limit.signal });
    refuseCoded(file);
    if (file.status === 200) return { ...file, chunks: limitedChunks(file.chunks, limit) };
    const cure = file.status >= 500 || file.status === 429 ? 'backOff' : 'none';
    throw new Fault(`the report file could not be fetched (HTTP ${file.status})`, {
      kind: 'transport',
      cure,
    });
  } catch (error) {
    const reason = limit.signal.aborted ? limit.signal.reason : error;
    limit.cancel();
    throw error instanceof Fault ? error : transportFault(reason);
  }
}

/** The time limit counts while we wait for bytes, not while the program is busy with them. */
async function* limitedChunks(
  chunks: AsyncIterable<Uint8Array>,
  limit: TimeLimit,
): AsyncGenerator<Uint8Array> {
  try {
    limit.restart();
    for await (const chunk of chunks) {
      limit.pause();
      yield chunk;
      limit.restart();
    }
  } catch (error) {
    throw brokenOff(limit.signal.aborted ? limit.signal.reason : error);
  } finally {
    limit.cancel();
  }
}

/** A file that breaks off is incomplete, whatever broke it; only ends that we made ourselves are told as such. */
function brokenOff(error: unknown): unknown {
  return error instanceof TransportError
    ? incomplete(`the connection broke off (${error.message})`)
    : transportFault(error);
}
