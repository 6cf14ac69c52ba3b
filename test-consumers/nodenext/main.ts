// TypeScript with Node's own resolution, every declaration of ours checked: an account copied into memory.
import { createClient, systemClock } from '@erply-kit/client';
import { startMock } from '@erply-kit/mock';
import type { calls, InputOf } from '@erply-kit/schemas';
import { runLanes } from '@erply-kit/sync';
import { createMemorySink } from '@erply-kit/sync/testing';

await using erply = await startMock({ seed: 1 });
await using client = createClient({
  clientCode: '100001',
  username: 'demo',
  password: 'demouser',
  url: erply.url,
});

const input: InputOf<typeof calls.getProducts> = { status: 'ACTIVE' };
const names: string[] = [];
for await (const product of client.getProducts.all(input)) names.push(product.name);
if (names.length === 0) throw new Error('the shop has no active product');

const sink = createMemorySink();
const report = await runLanes({ client, sink, clock: systemClock });
if (report.outcome !== 'completed') throw new Error(`the copy is ${report.outcome}`);
for (const { lane, records } of report.lanes) if (records === 0) throw new Error(`${lane}: no records`);
