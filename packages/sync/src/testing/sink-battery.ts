import type { DeadLetter, Sink } from '../sink.ts';
import { type Bench, createBench } from './bench.ts';
import type { StoredRecord } from './memory-lane.ts';
import { recordCases } from './record-cases.ts';
import { stockCases } from './stock-cases.ts';

/** A fresh, empty sink, with what the battery needs to look into it. */
export interface SinkUnderTest<TRow = unknown> extends AsyncDisposable {
  readonly sink: Sink<TRow>;
  /** What a reader of the lane sees, removed records included, in any order. */
  read(lane: string): Promise<StoredRecord[]>;
  deadLetters(lane: string): Promise<DeadLetter[]>;
  /** Another sink on the same content, as after a crash. */
  reopen(): Promise<Sink<TRow>>;
  /** A row of the lane "products" that `commit` fails on. */
  readonly unwritable: TRow;
}

export interface BatteryCase {
  /** A sentence about what a sink does. */
  readonly name: string;
  run(): Promise<void>;
}

/** What the battery checks, by its sentence. */
export type Cases = Readonly<Record<string, (bench: Bench) => Promise<void>>>;

/**
 * The tests that every sink of records and stock must pass. They need no test runner; each fails by throwing.
 *
 * @example
 * for (const { name, run } of sinkBattery(openMySink)) test(name, run);
 */
export function sinkBattery<TRow>(open: () => Promise<SinkUnderTest<TRow>>): BatteryCase[] {
  const cases: Cases = { ...recordCases, ...stockCases };
  return Object.entries(cases).map(([name, check]) => ({
    name,
    async run() {
      await using target = await open();
      await check(createBench(target));
    },
  }));
}
