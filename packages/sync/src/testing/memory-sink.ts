import { isDeepStrictEqual } from 'node:util';

import type { ReadableSink } from '../readable-sink.ts';
import type { DeadLetter, Entry } from '../sink.ts';
import { createMemoryLane, type MemoryLane, type StoredRecord } from './memory-lane.ts';

export interface MemorySink extends ReadableSink<Entry> {
  /** What a reader of the lane sees. */
  read(lane: string): StoredRecord[];
  deadLetters(lane: string): DeadLetter[];
}

/** A sink in memory, for tests and for trying things out. It passes the battery as every sink does. */
export function createMemorySink(): MemorySink {
  const lanes = new Map<string, MemoryLane>();
  const laneOf = (name: string) => {
    const lane = lanes.get(name) ?? createMemoryLane();
    lanes.set(name, lane);
    return lane;
  };
  return {
    atomic: true,
    toRow: (_lane, entry) => entry,
    state: async (lane) => laneOf(lane).state(),
    survey: async (lane, generation, warehouses) => laneOf(lane).survey(generation, warehouses),
    countAlive: async (lane, ids) => laneOf(lane).countAlive(ids),
    countSeen: async (lane, ids, generation) => laneOf(lane).countSeen(ids, generation),
    // A row that cannot be cloned fails here, before anything is written.
    commit: async (batch) => laneOf(batch.lane).apply(structuredClone(batch)),
    readRows: async (lane, keys) => laneOf(lane).readRows(keys),
    listKeys: async (lane, range) => laneOf(lane).listKeys(range),
    differingFields: (_lane, one, other) => differingFields(one.record, other.record),
    read: (lane) => laneOf(lane).read(),
    deadLetters: (lane) => laneOf(lane).deadLetters(),
  };
}

function differingFields(one: unknown, other: unknown): string[] {
  const [some, others] = [one, other] as Readonly<Record<string, unknown>>[];
  const names = new Set([...Object.keys(some ?? {}), ...Object.keys(others ?? {})]);
  return [...names].filter((name) => !isDeepStrictEqual(some?.[name], others?.[name]));
}
