import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { type AnyCall, calls, recordOf } from '@erply-kit/schemas';

import { type ClientEvent, createClient, isErplyError } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { findLeaks } from './hostile/find-leaks.ts';
import { echo } from './hostile/good-server.ts';
import { credentials } from './open-client.ts';
import { body, bulkAnswer, granted, refused, scriptedTransport } from './scripted-transport.ts';

/** What stands where something else belongs; each holds secrets, a person and controls. */
const hostile: readonly unknown[] = [echo, { [echo]: echo }, [[{ [echo]: [echo] }]]];

/** A record each of whose fields is one of these, those of records inside it too. */
function spoiltRecord(schema: z.ZodType, value: unknown, depth = 4): unknown {
  const bare =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
      ? (schema.unwrap() as z.ZodType)
      : schema;
  if (depth === 0) return value;
  if (bare instanceof z.ZodArray) return [spoiltRecord(bare.element as z.ZodType, value, depth - 1), value];
  if (bare instanceof z.ZodRecord)
    return { [echo]: spoiltRecord(bare.valueType as z.ZodType, value, depth - 1) };
  if (!(bare instanceof z.ZodObject)) return value;
  const fields = Object.entries(bare.shape).map(([name, field]) => [
    name,
    spoiltRecord(field as z.ZodType, value, depth - 1),
  ]);
  const { catchall } = bare.def;
  const others =
    catchall && !(catchall instanceof z.ZodUnknown)
      ? { [echo]: spoiltRecord(catchall as z.ZodType, value, depth - 1) }
      : {};
  return { ...Object.fromEntries(fields), ...others, [echo]: value };
}

/** The same with a proper number where the record has its ID, so that the other fields are read as well. */
function withIDs(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record;
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, /id$/i.test(name) ? 7 : value]),
  );
}

/** Everything that a program could print of a call that is answered so. */
async function leaksOf(call: AnyCall, records: unknown, validation: 'strict' | 'warn'): Promise<string[]> {
  const time = createFakeTime();
  const events: ClientEvent[] = [];
  const status = { responseStatus: 'ok', errorCode: 0, requestUnixTime: 1_773_156_600, note: echo };
  const part = { status: { ...status, requestName: call.name, requestID: 1 }, records };
  const transport = scriptedTransport([
    () => granted(echo),
    (form) =>
      body(
        JSON.stringify(
          form.has('requests')
            ? { status, requests: [part] }
            : { status: { ...status, request: call.name }, records },
        ),
      ),
  ]);
  const onEvent = (event: ClientEvent) => void events.push(event);
  const client = createClient({
    ...credentials,
    clock: time.clock,
    wait: time.jump,
    transport,
    onEvent,
    validation,
    retry: { attempts: 1 },
  });
  const input = { ...call.example };
  const errors = [
    await Promise.resolve(Reflect.apply(client[call.name as 'getProducts'], undefined, [input])).catch(
      (error: unknown) => error,
    ),
    ...(await client.bulk([{ name: call.name, call, input } as never])).map((result) =>
      Reflect.get(result, 'error'),
    ),
  ].filter((error) => error instanceof Error);
  expect(errors.every(isErplyError)).toBe(true);
  reached += transport.sent.length > 1 ? 1 : 0;
  return findLeaks({ errors, events, usage: client.usage() });
}

let reached = 0;

describe.each(['strict', 'warn'] as const)('with validation %s', (validation) => {
  it('no field of a record of any call comes out', async () => {
    for (const call of Object.values(calls) as AnyCall[]) {
      const schema = recordOf(call)?.();
      if (!schema) continue;
      for (const value of hostile)
        for (const record of [value, withIDs(spoiltRecord(schema, value))])
          expect(await leaksOf(call, [record], validation), call.name).toEqual([]);
    }
    expect(reached).toBeGreaterThan(200);
  });
});

it('no field of a status comes out, of a bulk request or of its parts', async () => {
  const names = [
    'request',
    'requestName',
    'requestID',
    'requestUnixTime',
    'responseStatus',
    'errorCode',
    'errorField',
    'generationTime',
    'recordsTotal',
    'recordsInResponse',
    echo,
  ];
  for (const name of names) {
    for (const value of hostile) {
      const spoilt = { [name]: value };
      for (const answering of [
        () => refused(1016, spoilt),
        () => body(JSON.stringify({ status: { errorCode: 0, ...spoilt }, records: [{ productID: 1 }] })),
        () =>
          bulkAnswer([{ status: { requestName: 'getProducts', ...spoilt }, records: [{ productID: 1 }] }]),
        () =>
          bulkAnswer([
            { status: { requestName: 'getProducts', responseStatus: 'error', errorCode: 1016, ...spoilt } },
          ]),
      ]) {
        const time = createFakeTime();
        const events: ClientEvent[] = [];
        const transport = scriptedTransport([() => granted(echo), answering]);
        const client = createClient({
          ...credentials,
          clock: time.clock,
          wait: time.jump,
          transport,
          onEvent: (event) => void events.push(event),
          retry: { attempts: 2 },
        });
        const error = await client.getProducts().catch((failure: unknown) => failure);
        const results = await client.bulk([client.getProducts.request()]);
        const errors = [error, ...results].filter(
          (one) => isErplyError(one) || (one as { ok?: boolean }).ok === false,
        );
        expect(
          findLeaks({ errors, events, usage: client.usage() }),
          `${name === echo ? 'a new field' : name}`,
        ).toEqual([]);
      }
    }
  }
});
