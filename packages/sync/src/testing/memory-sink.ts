import type { DeadLetter, Entry, Sink } from '../sink.ts';
import { createMemoryLane, type MemoryLane, type StoredRecord } from './memory-lane.ts';

export interface MemorySink extends Sink<Entry> {
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
    read: (lane) => laneOf(lane).read(),
    deadLetters: (lane) => laneOf(lane).deadLetters(),
  };
}
