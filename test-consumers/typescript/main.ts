// What a program names of the packages, with every declaration of theirs checked. It is compiled, not run.
import {
  type ClientEvent,
  createClient,
  createFetchTransport,
  createLimits,
  createMemorySessionStore,
  createUndiciTransport,
  type ErplyClient,
  type ErplyErrorKind,
  isErplyError,
  systemClock,
  type Transport,
} from '@erply-kit/client';
import * as fixtures from '@erply-kit/fixtures';
import { startMock } from '@erply-kit/mock';
import { startTestMock, type TestAccount } from '@erply-kit/mock/testing';
import { calls, type InputOf } from '@erply-kit/schemas';
import { runLanes } from '@erply-kit/sync';
import { createMemorySink } from '@erply-kit/sync/testing';

async function useAll(): Promise<void> {
  await using erply = await startMock({ seed: 1 });
  await using client: ErplyClient = createClient({
    clientCode: '100001',
    username: 'demo',
    password: () => 'demouser',
    url: erply.url,
    limits: createLimits({ unitsPerHour: 2000 }),
    sessionStore: createMemorySessionStore(),
    onEvent: (event: ClientEvent) => console.log(event.kind),
    transport: createFetchTransport({ fetch }),
  });
  const input: InputOf<typeof calls.getProducts> = { status: 'ACTIVE' };
  for await (const product of client.getProducts.all(input)) {
    const name: string = product.name;
    const price: number | undefined = product.price;
    console.log(name.toUpperCase(), price);
  }
  for await (const row of client.getProductStock.csv({ warehouseID: 1 })) {
    const amount: number = row.amountInStock;
    console.log(amount);
  }
  const [groups, saved] = await client.bulk([
    client.getProductGroups.request(),
    client.saveProduct.request({ name: 'new' }),
  ]);
  if (groups.ok) console.log(groups.answer.records.length);
  if (!saved.ok) tell(saved.error);
  const report = await runLanes({ client, sink: createMemorySink(), clock: systemClock });
  console.log(report.outcome, calls.getProducts.name, Object.keys(fixtures));

  // @ts-expect-error: the types say which values there are
  await client.getProducts({ status: 'SOMETHING' });
  // @ts-expect-error: no such call
  client.getNothing();
}

async function test(account: TestAccount): Promise<number> {
  await using client = createClient(account.connection);
  account.data('products').update(1, { name: 'Renamed' });
  return (await client.getProducts({ productID: 1 })).records.length;
}

startTestMock({ products: 5 }).then((erply) => erply.run('reads', test), tell);

function tell(error: unknown): void {
  if (!isErplyError(error)) throw error;
  const kind: ErplyErrorKind = error.kind;
  console.error(kind, error.code, error.retryAt?.toISOString(), error.mayHaveBeenApplied);
}

const transport: Transport = createUndiciTransport();
useAll().then(() => transport.close?.(), tell);
