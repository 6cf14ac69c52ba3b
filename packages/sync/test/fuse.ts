import type { Transport } from '@erply-kit/client';

import type { Batch, Sink } from '../src/sink.ts';

/** Kills a run at its n-th await: every point before and after a commit, a look into the sink, or a request. */
export interface Fuse {
  /** Passes of points so far. */
  readonly passed: number;
  readonly isBlown: boolean;
  /** Counts one point, and throws there or anywhere after the fuse is blown: a dead process does nothing more. */
  pass(): void;
}

export function createFuse(point: number): Fuse {
  let passed = 0;
  return {
    get passed() {
      return passed;
    },
    get isBlown() {
      return passed >= point;
    },
    pass() {
      passed += 1;
      if (passed >= point) throw new Error(`killed at point ${point}`);
    },
  };
}

/** The sink with a point before and after each of its calls. */
export function fusedSink<TRow>(sink: Sink<TRow>, fuse: Fuse): Sink<TRow> {
  const fused =
    <TArguments extends unknown[], TResult>(method: (...args: TArguments) => Promise<TResult>) =>
    async (...args: TArguments) => {
      fuse.pass();
      const result = await method(...args);
      fuse.pass();
      return result;
    };
  return {
    atomic: sink.atomic,
    toRow: sink.toRow,
    state: fused(sink.state),
    survey: fused(sink.survey),
    countAlive: fused(sink.countAlive),
    countSeen: fused(sink.countSeen),
    commit: fused(sink.commit),
  };
}

/** The transport with a point before and after each request. `onRequest` runs before it, as the shop goes on. */
export function fusedTransport(
  transport: Transport,
  fuse: Fuse,
  onRequest: () => void = () => {},
): Transport {
  const fused =
    <TRequest, TResult>(method: (request: TRequest) => Promise<TResult>) =>
    async (request: TRequest) => {
      fuse.pass();
      onRequest();
      const result = await method(request);
      fuse.pass();
      return result;
    };
  return { send: fused(transport.send), open: fused(transport.open) };
}

/** The sink of a process that dies right after a commit. */
export function sinkKilledAfter<TRow>(sink: Sink<TRow>, isLast: (batch: Batch<TRow>) => boolean): Sink<TRow> {
  return {
    ...sink,
    async commit(batch) {
      await sink.commit(batch);
      if (isLast(batch)) throw new Error('killed after a commit');
    },
  };
}
