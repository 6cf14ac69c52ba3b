import { test } from 'vitest';

import type { Entry } from '../sink.ts';
import { createMemorySink } from './memory-sink.ts';
import type { ReadableSinkUnderTest } from './readable-cases.ts';
import { readableSinkBattery } from './readable-sink-battery.ts';
import { sinkBattery } from './sink-battery.ts';

async function openMemorySink(): Promise<ReadableSinkUnderTest<Entry>> {
  const sink = createMemorySink();
  return {
    sink,
    read: async (lane) => sink.read(lane),
    deadLetters: async (lane) => sink.deadLetters(lane),
    reopen: async () => sink,
    unwritable: { id: 99, record: () => 'a function cannot be cloned' },
    async [Symbol.asyncDispose]() {},
  };
}

for (const { name, run } of sinkBattery(openMemorySink)) test(name, run);
for (const { name, run } of readableSinkBattery(openMemorySink)) test(name, run);
