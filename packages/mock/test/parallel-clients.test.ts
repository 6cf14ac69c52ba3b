import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { type AccountControl, createMock, type MockOptions, startMock } from '../src/index.ts';
import { start } from './ask.ts';

/** Links in answers must not depend on the port. */
const options: MockOptions = {
  ...{ products: 20, now: start, frozen: true, publicUrl: 'http://erply.example' },
  realTime: () => start * 1000,
};

const clients = 64;

type Fields = Readonly<Record<string, string>>;
type Ask = (fields: Fields) => Promise<string>;

/** One test's client: what it asks, what it is answered, and the key that it has. */
interface Client {
  readonly ask: Ask;
  readonly control: AccountControl;
  sessionKey: string;
  readonly transcript: string[];
}

type Step = (client: Client) => Promise<unknown>;

const call =
  (request: string, fields: Fields = {}): Step =>
  ({ ask, sessionKey }) =>
    ask({ request, sessionKey, ...fields });

const logIn: Step = async (client) => {
  const answer = await client.ask({ request: 'verifyUser', username: 'demo', password: 'demouser' });
  // What a fault has answered is not JSON.
  if (answer !== '') client.sessionKey = JSON.parse(answer).records?.[0]?.sessionKey ?? '';
  return answer;
};

/** Looks and changes behind the back; a refusal is an answer, too. */
const control =
  (act: (account: AccountControl) => unknown): Step =>
  async ({ control: account }) => {
    try {
      return JSON.stringify(act(account));
    } catch (error) {
      return String(error);
    }
  };

const product = fc.integer({ min: 1, max: 4 });
const name = fc.constantFrom('Tee', 'Hat', 'Ärmel', 'a');

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant(logIn),
  fc.constant(call('verifyUser', { username: 'demo', password: 'wrong' })),
  fc.tuple(product, name).map(([id, text]) => call('saveProduct', { productID: String(id), name: text })),
  name.map((text) => call('saveProduct', { groupID: '1', name: text })),
  product.map((id) => call('deleteProduct', { productID: String(id) })),
  fc.constant(call('getProducts', { recordsOnPage: '5' })),
  name.map((text) => call('getProducts', { searchName: text })),
  fc.constant(call('getProductStock', { warehouseID: '1', responseType: 'CSV' })),
  fc.constant(call('getProductStock', { warehouseID: '1' })),
  fc.constant(call('getUserOperationsLog', { tableName: 'products' })),
  fc.constant(control((account) => account.describe())),
  fc.constant(control((account) => account.journal())),
  fc.constant(control((account) => account.data('products').list())),
  fc
    .tuple(product, name)
    .map(([id, text]) => control((account) => account.data('products').update(id, { name: text }))),
  product.map((productID) =>
    control((account) => account.stockMovements.insert({ productID, warehouseID: 1, amount: productID })),
  ),
  fc.constantFrom(0, 5999, 6000).map((used) => control((account) => account.setQuota({ used }))),
  fc.boolean().map((maintenance) => control((account) => account.setConfig({ maintenance }))),
  fc.constantFrom('1s', '2h').map((by) => control((account) => account.clock.advance(by))),
  fc.constant(control((account) => account.expireSessions())),
  fc
    .constantFrom('getProducts', 'saveProduct', 'verifyUser')
    .map((request) =>
      control((account) => account.addFault({ match: { request }, times: 1, effect: { errorCode: 1006 } })),
    ),
  fc
    .integer({ min: 1, max: 9 })
    .map((seed) =>
      control((account) =>
        account.setChaos({ seed, percent: { 'errorCode:1003': 20, 'httpStatus:503': 10 } }),
      ),
    ),
  fc.constant(control((account) => account.faults())),
  fc.constant(control((account) => account.snapshot().id)),
  fc.constant(control((account) => account.restore(1))),
  fc.constant(control((account) => account.changes())),
  fc
    .constantFrom(['data'] as const, ['sessions'] as const, undefined)
    .map((what) => control((account) => account.reset(what))),
);

async function take(client: Client, next: Step): Promise<void> {
  client.transcript.push(String(await next(client)));
}

const formOf = (clientCode: string, fields: Fields) => ({
  method: 'POST',
  body: new URLSearchParams({ clientCode, ...fields }),
});

/** The same requests in a fake that nobody else uses. */
async function alone(clientCode: string, steps: readonly Step[]): Promise<readonly string[]> {
  const mock = createMock(options);
  const ask: Ask = async (fields) => (await mock.app.request('/api/', formOf(clientCode, fields))).text();
  const client: Client = { ask, control: mock.account(clientCode), sessionKey: '', transcript: [] };
  for (const next of steps) await take(client, next);
  return client.transcript;
}

/** All at once in one fake, each client in its own order. */
async function together(
  stepsOf: ReadonlyMap<string, readonly Step[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  await using erply = await startMock(options);
  const runs = [...stepsOf].map(async ([clientCode, steps]) => {
    const ask: Ask = async (fields) => (await fetch(`${erply.url}/api/`, formOf(clientCode, fields))).text();
    const client: Client = { ask, control: erply.account(clientCode), sessionKey: '', transcript: [] };
    for (const next of steps) await take(client, next);
    return [clientCode, client.transcript] as const;
  });
  return new Map(await Promise.all(runs));
}

describe(`${clients} clients of tests, each with a code of its own`, () => {
  it('are answered in one fake, all at once, what each is answered alone', async () => {
    const script = fc.array(step, { minLength: 3, maxLength: 8, size: 'max' });
    const scripts = fc.array(script, { minLength: clients, maxLength: clients, size: 'max' });
    const property = fc.asyncProperty(scripts, async (all) => {
      // Most have a session, else there is little to be mixed up.
      const stepsOf = new Map(
        all.map((steps, index) => [`client-${index}`, index % 8 === 0 ? steps : [logIn, ...steps]]),
      );
      const transcripts = await together(stepsOf);
      for (const [clientCode, steps] of stepsOf) {
        expect(transcripts.get(clientCode), clientCode).toEqual(await alone(clientCode, steps));
      }
    });
    // A case takes seconds, so no smaller one is looked for: the code says whose answers differ.
    await fc.assert(property, { ...propertyRun(1), endOnFailure: true });
  });
});
