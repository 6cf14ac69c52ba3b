import { classifyTransportError } from './classify-transport-error.ts';
import { TransportError } from './transport-error.ts';

/**
 * Turns failures of requests into a `TransportError`, or into the reason of the signal when that ended them. What
 * `isOfProgram` says no failure of a request is comes out as it was thrown.
 */
export function createTranslator(isOfProgram: (error: unknown) => boolean) {
  function translateError(signal: AbortSignal, error: unknown): unknown {
    if (signal.aborted) return signal.reason;
    return isOfProgram(error) || error instanceof TransportError
      ? error
      : new TransportError(classifyTransportError(error), { cause: error });
  }
  return {
    /** Runs a request. */
    async translate<TValue>(signal: AbortSignal, run: () => Promise<TValue>): Promise<TValue> {
      try {
        return await run();
      } catch (error) {
        throw translateError(signal, error);
      }
    },
    /** Passes the chunks of a body through. */
    async *translateChunks(
      signal: AbortSignal,
      chunks: AsyncIterable<Uint8Array>,
    ): AsyncGenerator<Uint8Array> {
      try {
        yield* chunks;
      } catch (error) {
        throw translateError(signal, error);
      }
    },
  };
}
