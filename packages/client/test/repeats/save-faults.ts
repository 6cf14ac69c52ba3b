import { describe, expect, it } from 'vitest';

import { createMock } from '@erply-kit/mock';

import { createClient, type ErplyClient } from '../../src/index.ts';
import { createFakeTime } from '../fake-time.ts';
import { inProcessTransport } from '../in-process-transport.ts';
import { credentials, rejection } from '../open-client.ts';
import { type Mishap, mishapTransport } from './mishap-transport.ts';

/** A client and a fake shop that share one time, and what happens to requests that save. */
function open(mishaps: readonly Mishap[]) {
  const time = createFakeTime();
  const mock = createMock({ products: 20, warehouses: 2, documents: 0, realTime: () => time.clock.now() });
  const isMeant = (form: URLSearchParams) =>
    (form.get('requests') ?? form.get('request') ?? '').includes('save');
  const transport = mishapTransport(inProcessTransport(mock), { time, mishaps: [...mishaps], isMeant });
  const client = createClient({
    ...credentials,
    clock: time.clock,
    wait: time.jump,
    random: () => 1,
    transport,
  });
  return { time, client, account: mock.account(credentials.clientCode) };
}

export interface Save {
  readonly table: 'salesDocuments' | 'payments' | 'purchaseDocuments';
  /** Saves one, and answers its ID. */
  readonly run: (client: ErplyClient) => Promise<unknown>;
}

const mended: readonly Mishap[][] = [
  ['none'],
  ['dropped before'],
  ['dropped after'],
  ['truncated'],
  ['503 after'],
  ['1204'],
  ['timeout before'],
  ['timeout after'],
  ['dropped after', '1204', '1206'],
];

/** Tries a call that saves: whatever happens to its first request, the shop has one record and the answer is that. */
export function testSaveFaults(name: string, { table, run }: Save): void {
  describe(name, () => {
    const idsOf = (account: ReturnType<typeof open>['account']) =>
      account
        .data(table)
        .list()
        .map((row) => Number(row.id ?? row.paymentID));

    it.each(mended)('after %j answers what was saved, and the shop has it once', async (...mishaps) => {
      const { client, account } = open(mishaps);
      const before = new Set(idsOf(account));
      const id = await run(client);
      expect(idsOf(account).filter((one) => !before.has(one))).toEqual([id]);
    });

    it('is known by its own key: 1206 to its first request means saved, and nothing that was sent is there', async () => {
      const { client } = open(['1206']);
      expect(await rejection(run(client))).toMatchObject({
        ...{ kind: 'ambiguous', call: name, code: 1206, mayHaveBeenApplied: true },
        message: expect.stringContaining('saved, ID unknown'),
      });
    });
  });
}
