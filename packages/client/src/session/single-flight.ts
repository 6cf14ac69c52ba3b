import { raceAbort } from '../time/until.ts';

/**
 * Shares one run of a task between all that ask for it while it runs. Who gives up leaves the others undisturbed; the
 * task is aborted when all have left.
 */
export function createSingleFlight<TValue>(task: (signal: AbortSignal) => Promise<TValue>) {
  let current:
    | { readonly promise: Promise<TValue>; readonly controller: AbortController; waiting: number }
    | undefined;

  const start = () => {
    const controller = new AbortController();
    const run = { promise: task(controller.signal), controller, waiting: 0 };
    const forget = () => {
      if (current === run) current = undefined;
    };
    run.promise.then(forget, forget);
    return run;
  };

  return async (signal: AbortSignal): Promise<TValue> => {
    signal.throwIfAborted();
    current ??= start();
    const run = current;
    run.waiting += 1;
    try {
      return await raceAbort(run.promise, signal);
    } finally {
      run.waiting -= 1;
      if (run.waiting === 0 && current === run) {
        current = undefined;
        run.controller.abort(signal.reason);
      }
    }
  };
}
