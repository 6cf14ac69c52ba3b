import { type Cases, createHarness } from './harness.ts';
import { recordCases } from './record-cases.ts';
import type { SinkUnderTest } from './sink-under-test.ts';
import { stockCases } from './stock-cases.ts';

export interface BatteryCase {
  /** A sentence about what a sink does. */
  readonly name: string;
  run(): Promise<void>;
}

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
      await check(createHarness(target));
    },
  }));
}
