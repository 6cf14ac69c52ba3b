export type { StoredRecord } from './memory-lane.ts';
export { createMemorySink, type MemorySink } from './memory-sink.ts';
export type { ReadableSinkUnderTest } from './readable-cases.ts';
export { readableSinkBattery } from './readable-sink-battery.ts';
export { type BatteryCase, sinkBattery } from './sink-battery.ts';
export type { SinkUnderTest } from './sink-under-test.ts';
