// TypeScript with Node's own resolution, every declaration of ours checked: an account copied into memory.
import { createClient, systemClock } from '@erply-kit/client';
import { readEnvironment } from '@erply-kit/client/environment';
import { startMock } from '@erply-kit/mock';
import type { calls, InputOf } from '@erply-kit/schemas';
import { runLanes } from '@erply-kit/sync';
import { createMemorySink } from '@erply-kit/sync/testing';

await using erply = await startMock({ seed: 1 });
const variables = {
  ERPLY_CLIENT_CODE: '100001',
  ERPLY_USERNAME: 'demo',
  ERPLY_PASSWORD: 'demouser',
  ERPLY_API_URL: erply.url,
};
await using client = createClient(readEnvironment({ variables }).accountOptions());

const input: InputOf<typeof calls.getProducts> = { status: 'ACTIVE' };
const names: string[] = [];
for await (const product of client.getProducts.all(input)) names.push(product.name);
if (names.length === 0) throw new Error('the shop has no active product');

const sink = createMemorySink();
const report = await runLanes({ client, sink, clock: systemClock });
if (report.outcome !== 'completed') throw new Error(`the copy is ${report.outcome}`);
for (const { lane, records } of report.lanes) if (records === 0) throw new Error(`${lane}: no records`);
