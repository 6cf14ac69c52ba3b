export type { StoredRecord } from './memory-lane.ts';
export { createMemorySink, type MemorySink } from './memory-sink.ts';
export { type BatteryCase, type SinkUnderTest, sinkBattery } from './sink-battery.ts';
