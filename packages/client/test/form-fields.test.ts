import { expect, it } from 'vitest';

import { createFakeTime } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import { type OpenErply, openErply } from './open-erply.ts';
import { records } from './scripted-transport.ts';

/** A document of so many rows with two fields each. */
const document = (rows: number) => ({
  warehouseID: 1,
  rows: Array.from({ length: rows }, (_, index) => ({ productID: index + 1, amount: 1 })),
});

async function rowsOf({ client }: OpenErply, id = 0): Promise<readonly unknown[] | undefined> {
  const { records: found } = await client.getInventoryRegistrations({ inventoryRegistrationID: id });
  return found[0]?.rows;
}

it('refuses a document that is longer than a server of PHP reads, before anything is sent', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), [() => records([])]);
  expect(await rejection(client.saveInventoryRegistration(document(498)))).toMatchObject({
    kind: 'usage',
    attempt: 0,
    mayHaveBeenApplied: false,
    message:
      'saveInventoryRegistration: 1001 form fields are more than the 1000 that the server is known to read (maxFormFields); send it with client.bulk([client.saveInventoryRegistration.request(…)]), which has no such limit.',
  });
  expect(wire.sent).toEqual([]);
});

it('sends one that just fits, with as many fields as it was counted for', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), [() => records([{ invoiceID: 1 }])], {
    maxFormFields: 999,
  });
  await client.saveInventoryRegistration(document(497)).catch(() => {});
  expect(wire.sent[1]?.size).toBe(999);
  expect(await rejection(client.saveInventoryRegistration(document(498)))).toMatchObject({ kind: 'usage' });
});

it('sends a longer one where the server is known to take it', async () => {
  await using here = await openErply({ client: { maxFormFields: 5000 } });
  const saved = await here.client.saveInventoryRegistration(document(600));
  expect(await rowsOf(here, saved.records[0]?.inventoryRegistrationID)).toHaveLength(600);
});

it('sends one of any length inside a bulk request, where it is one field', async () => {
  await using here = await openErply();
  const [saved] = await here.client.bulk([here.client.saveInventoryRegistration.request(document(600))]);
  if (!saved.ok) throw saved.error;
  expect(await rowsOf(here, saved.answer.records[0]?.inventoryRegistrationID)).toHaveLength(600);
});
