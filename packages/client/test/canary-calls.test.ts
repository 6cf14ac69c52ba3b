import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';

import { createMock, type JournalMode, type Mock } from '@erply-kit/mock';
import { type AnyCall, calls, wireOf } from '@erply-kit/schemas';
import { canaries, findCanaries, refuseCanaries } from '@erply-kit/tooling';

import { type ClientEvent, createClient, type ErplyClient } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { inProcessTransport } from './in-process-transport.ts';
import { credentials } from './open-client.ts';
import { printed } from './printed.ts';

const allCalls: readonly AnyCall[] = Object.values(calls);
const { secret, firstName: _, birthday, ...texts } = canaries;
const person = Object.values(texts).join(' ');

type Schema = z.ZodType & { unwrap?: () => Schema; element?: Schema; shape?: Record<string, Schema> };
const bare = (schema: Schema): Schema =>
  schema.type === 'optional' ? bare(schema.unwrap?.() as Schema) : schema;

/** A canary where a text belongs, and what has one in it; `undefined` where there is no place for it. */
function planted(schema: Schema): unknown {
  const kind = wireOf(schema);
  switch (kind?.name) {
    case 'text':
    case 'filledText':
    case 'nullableText':
      return person;
    case 'word':
      return kind.values === undefined ? person : undefined;
    case 'isoDate':
    case 'zeroDate':
      return birthday;
    case 'wordList':
      return [person];
    case 'rows': {
      const cells = Object.entries(bare(schema).element?.shape ?? {}).map(([name, cell]) => [
        name,
        planted(cell),
      ]);
      return [Object.fromEntries(cells.filter(([, cell]) => cell !== undefined))];
    }
    default:
      return undefined;
  }
}

/** Inputs that are refused, and those that may be shown. */
const left = ({ unserved, loggable }: AnyCall): readonly string[] => [
  ...(unserved?.inputs ?? []),
  ...loggable,
];

/** Inputs with canaries of a call: each by itself beside those of its example, and all together. */
function inputsWithCanaries(call: AnyCall): object[] {
  const shape = call.input() as Record<string, Schema>;
  const places = Object.entries(shape).flatMap(([name, schema]): [string, unknown][] => {
    const value = left(call).includes(name) ? undefined : planted(schema);
    if (value === undefined) return [];
    const isSecret = (call.secret as readonly string[] | undefined)?.includes(name);
    return [[name, isSecret ? secret : value]];
  });
  const { example } = call;
  return [
    ...places.map(([name, value]) => ({ ...example, [name]: value })),
    { ...example, ...Object.fromEntries(places) },
  ];
}

/** A client, a fake, and everything that they report or keep. */
class Watched implements AsyncDisposable {
  readonly events: ClientEvent[] = [];
  readonly errors: unknown[] = [];
  readonly lines: unknown[] = [];
  readonly mock: Mock;
  readonly client: ErplyClient;
  saved = 0;

  constructor(journal: JournalMode) {
    this.mock = createMock({
      journal,
      now: '2026-03-10',
      quota: 1e6,
      products: 30,
      warehouses: 2,
      documents: 50,
      onNote: (note) => this.lines.push(note),
      onRequest: (request) => this.lines.push(request),
    });
    const time = createFakeTime();
    this.client = createClient({
      ...credentials,
      transport: inProcessTransport(this.mock),
      onEvent: (event) => void this.events.push(event),
      retry: { attempts: 1 },
      clock: time.clock,
      wait: time.jump,
    });
  }

  async ask(call: AnyCall, inputs: readonly object[]): Promise<void> {
    const { client, errors } = this;
    const method = client[call.name as 'getProducts'];
    for (const input of inputs)
      await Promise.resolve(Reflect.apply(method, undefined, [input])).then(
        () => (this.saved += call.effect === 'read' ? 0 : 1),
        (error: unknown) => errors.push(error),
      );
    const requests = inputs.map((input) => Reflect.apply(method.request, undefined, [input]));
    for (const result of await client.bulk(requests)) if (!result.ok) errors.push(result.error);
  }

  /** What is kept or printed, by what it is; answers have no part in it. */
  async kept(): Promise<Record<string, string>> {
    const account = this.mock.account(credentials.clientCode);
    // Something else than a request changes the account, so that the state in the bundle is that of now.
    account.data('vatRates').update(1, { active: 1 });
    await this.client.getVatRates();
    const miss = account.verify({ request: 'getProducts', input: { name: 'another' } });
    return {
      events: printed(this.events),
      errors: this.errors.map(printed).join('\n'),
      usage: printed(this.client.usage()),
      'log lines and notes': printed(this.lines),
      journal: JSON.stringify(account.journal()),
      bundle: JSON.stringify(account.bundle()),
      'report of what was asked': printed([account.report(), miss]),
    };
  }

  async [Symbol.asyncDispose]() {
    await this.client.close();
  }
}

/** Of a session and a user that all others need. */
const last = ['changePassword', 'switchUser', 'verifyUser', 'verifyIdentityToken', 'logoutUser'];

describe('a canary in every text input of every call, and with the journal as it is by default', () => {
  let watched: Watched;
  beforeAll(() => {
    watched = new Watched('masked');
  });
  afterAll(() => watched[Symbol.asyncDispose]());

  it.each([
    ...allCalls.filter(({ name }) => !last.includes(name)),
    ...allCalls.filter(({ name }) => last.includes(name)),
  ])('is in nothing that is kept or printed of $name', async (call) => {
    const inputs = inputsWithCanaries(call);
    watched.mock.account(credentials.clientCode).reset(['journal']);
    watched.events.length = 0;
    watched.errors.length = 0;
    watched.lines.length = 0;
    await watched.ask(call, inputs);
    for (const [where, text] of Object.entries(await watched.kept()))
      refuseCanaries(`${where} of ${call.name}`, text);
  });

  it('was saved with most of the calls, so that there was something to keep', () => {
    expect(watched.saved).toBeGreaterThan(100);
    expect(JSON.stringify(watched.mock.account(credentials.clientCode).bundle()).length).toBeGreaterThan(
      10_000,
    );
  });
});

/**
 * Texts and days that may be shown: names of fields, settings and card services, codes of places, currencies and ways to
 * pay, times of day, days of documents.
 */
const shownTexts = [
  ...['bankCurrency', 'code', 'countryCode', 'currencyCode', 'defaultLanguage', 'getFields', 'parameterName'],
  ...['paymentServiceProvider', 'type'],
];
const shownDays = [
  ...[
    'date',
    'dateFrom',
    'dateTo',
    'startDate',
    'endDate',
    'expiryDate',
    'issuedFromDate',
    'issuedUntilDate',
  ],
  ...['startDateFrom', 'startDateTo', 'endDateFrom', 'endDateTo', 'shippingDate', 'shippingDateActual'],
  ...['dateStart', 'dateEnd', 'documentDateStart', 'documentDateEnd', 'creationDateFrom', 'creationDateTo'],
  ...[
    'deliveryDateFrom',
    'deliveryDateTo',
    'rowDeliveryDateFrom',
    'rowDeliveryDateTo',
    'dueDateFrom',
    'dueDateTo',
  ],
  ...['shipDate', 'shipDateFrom', 'shipDateTo', 'reserveGoodsUntilDate', 'bankDate'],
  ...['priceListStartDateFrom', 'priceListStartDateTo', 'priceListEndDateFrom', 'priceListEndDateTo'],
];

it('can be in no input that may be shown: those with texts and days are known, and say nothing of a person', () => {
  const shown = allCalls.flatMap((call) =>
    call.loggable.filter(
      (name) => planted((call.input() as Record<string, Schema>)[name] as Schema) !== undefined,
    ),
  );
  expect([...new Set<string>(shown)].toSorted()).toEqual([...shownTexts, ...shownDays].toSorted());
});

it('is in nothing that is kept or printed of reading the person who is in the fixtures', async () => {
  await using watched = new Watched('masked');
  const { records } = await watched.client.getCustomers({ customerIDs: [1001, 1002, 1003] });
  expect(findCanaries(JSON.stringify(records))).toEqual([
    'name',
    'e-mail address',
    'phone number',
    'birthday',
  ]);
  for (const [where, text] of Object.entries(await watched.kept())) refuseCanaries(where, text);
});

it('is in journal and bundle where the journal is full, by design: what looks for it finds it', async () => {
  await using watched = new Watched('full');
  await watched.ask(calls.saveBrand, [{ name: person }]);
  await watched.ask(calls.getBrands, [{}]);
  const { journal = '', bundle = '', ...others } = await watched.kept();
  expect(findCanaries(journal)).toContain('name');
  expect(findCanaries(bundle)).toContain('name');
  for (const [where, text] of Object.entries(others)) refuseCanaries(where, text);
});
