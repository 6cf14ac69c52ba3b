import { failureOf } from './failure-of.ts';
import { TransportError } from './transport-error.ts';

/** Runs a request whose failures become a `TransportError`, or the reason of the signal when that ended it. */
export async function translate<TValue>(signal: AbortSignal, run: () => Promise<TValue>): Promise<TValue> {
  try {
    return await run();
  } catch (error) {
    throw translated(signal, error);
  }
}

/** The same for the chunks of a body. */
export async function* translateChunks(
  signal: AbortSignal,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw translated(signal, error);
  }
}

function translated(signal: AbortSignal, error: unknown): unknown {
  return signal.aborted ? signal.reason : new TransportError(failureOf(error), { cause: error });
}
