import type { RowKey } from '../readable-sink.ts';
import { createReadableHarness, type ReadableSinkUnderTest, readableCases } from './readable-cases.ts';
import type { BatteryCase } from './sink-battery.ts';

/** The tests that every sink must pass, beside those of `sinkBattery`, that can be looked into. */
export function readableSinkBattery<TRow extends RowKey>(
  open: () => Promise<ReadableSinkUnderTest<TRow>>,
): BatteryCase[] {
  return Object.entries(readableCases).map(([name, check]) => ({
    name,
    async run() {
      await using target = await open();
      await check(createReadableHarness(target));
    },
  }));
}
