import { test } from 'vitest';

import type { Entry } from '../sink.ts';
import { createMemorySink } from './memory-sink.ts';
import { sinkBattery } from './sink-battery.ts';
import type { SinkUnderTest } from './sink-under-test.ts';

async function openMemorySink(): Promise<SinkUnderTest<Entry>> {
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
