import { deepEqual, equal } from 'node:assert/strict';

import type { Entry } from '../sink.ts';
import { amount, amountEntry, type Cases } from './harness.ts';

const lane = 'stock';
const close = { deletedAt: 1_700_000_100 };
const into = (warehouseID: number, fresh = true) => ({ generation: 2, stage: { warehouseID, fresh } });

/** The same with an amount that is reserved. */
const reserved = ({ record, ...entry }: Entry): Entry => ({
  ...entry,
  record: { ...(record as object), amountReserved: 2 },
});

export const stockCases: Cases = {
  'an amount replaces the one of its product and warehouse': async (harness) => {
    await harness.commit(lane, { entries: [amountEntry(1, 1, 5), amountEntry(1, 2, 7)] });
    await harness.commit(lane, { entries: [amountEntry(1, 2, -2.5)] });
    await harness.expectRecords(lane, { '1/1': amount(1, 1, 5), '1/2': amount(1, 2, -2.5) });
  },

  'a product that is removed has no amount in any warehouse': async (harness) => {
    await harness.commit(lane, {
      entries: [reserved(amountEntry(1, 1, 5)), amountEntry(1, 2, 7), amountEntry(2, 1, 3)],
    });
    equal(await harness.countAlive(lane, [1, 2, 3]), 2);
    await harness.commit(lane, { deletions: [1, 9].map((id) => ({ id, ...close })) });
    await harness.expectRecords(lane, {
      '1/1': amount(1, 1, 0),
      '1/2': amount(1, 2, 0),
      '2/1': amount(2, 1, 3),
    });
    equal(await harness.countAlive(lane, [1, 2, 3]), 1);
  },

  'staged amounts stay out of sight until their generation is closed': async (harness) => {
    await harness.commit(lane, { entries: [amountEntry(1, 1, 5), reserved(amountEntry(2, 1, 6))] });
    await harness.commit(lane, { ...into(1), entries: [amountEntry(1, 1, 9)] });
    await harness.commit(lane, { ...into(1, false), entries: [amountEntry(3, 1, 4)] });
    await harness.expectRecords(lane, {
      '1/1': amount(1, 1, 5),
      '2/1': { ...amount(2, 1, 6), amountReserved: 2 },
    });
    await harness.commit(lane, { generation: 2, close });
    await harness.expectRecords(lane, {
      '1/1': amount(1, 1, 9),
      '2/1': amount(2, 1, 0),
      '3/1': amount(3, 1, 4),
    });
  },

  'a warehouse that is begun again forgets what its cut-off read left': async (harness) => {
    await harness.commit(lane, { ...into(1), entries: [amountEntry(1, 1, 5)] });
    await harness.commit(lane, { ...into(2), entries: [amountEntry(1, 2, 8)] });
    await harness.reopen();
    await harness.commit(lane, { ...into(1), entries: [amountEntry(2, 1, 6)] });
    await harness.commit(lane, { generation: 2, close });
    await harness.expectRecords(lane, { '2/1': amount(2, 1, 6), '1/2': amount(1, 2, 8) });
  },

  'what an abandoned generation left never becomes visible': async (harness) => {
    await harness.commit(lane, { ...into(1), entries: [amountEntry(1, 1, 5)] });
    const stage = { warehouseID: 2, fresh: true };
    await harness.commit(lane, { generation: 3, stage, entries: [amountEntry(1, 2, 8)] });
    await harness.commit(lane, { generation: 3, close });
    await harness.expectRecords(lane, { '1/2': amount(1, 2, 8) });
  },

  'a survey counts products with an amount, and names warehouses that came back empty': async (harness) => {
    const before = [amountEntry(1, 1, 5), amountEntry(2, 1, 0), amountEntry(3, 2, 3), amountEntry(4, 3, 1)];
    await harness.commit(lane, { entries: [...before, amountEntry(1, 3, 2)] });
    await harness.commit(lane, { ...into(1), entries: [amountEntry(1, 1, 6), amountEntry(9, 1, 1)] });
    await harness.commit(lane, { ...into(2), entries: [] });
    // Product 1 has an amount that was seen and one that was not.
    deepEqual(await harness.survey(lane, 2), { alive: 3, unseen: 3, seen: 2, emptied: [2, 3] });
  },

  'a survey of some warehouses leaves the others out': async (harness) => {
    const before = [amountEntry(1, 1, 5), amountEntry(1, 2, 7), amountEntry(2, 2, 3), amountEntry(3, 3, 1)];
    await harness.commit(lane, { entries: before });
    await harness.commit(lane, { ...into(1), entries: [amountEntry(1, 1, 6)] });
    deepEqual(await harness.survey(lane, 2, [1, 3]), { alive: 2, unseen: 1, seen: 1, emptied: [2, 3] });
    deepEqual(await harness.survey(lane, 2, []), { alive: 0, unseen: 0, seen: 1, emptied: [2, 3] });
  },

  'a dead letter of a staged amount keeps the amount that is there': async (harness) => {
    const deadLetters = [{ id: 1, warehouseID: 1, path: 'amountInStock', message: 'not a number' }];
    await harness.commit(lane, { entries: [amountEntry(1, 1, 5), amountEntry(2, 1, 6)] });
    await harness.commit(lane, { ...into(1), deadLetters });
    await harness.commit(lane, { generation: 2, close });
    await harness.expectRecords(lane, { '1/1': amount(1, 1, 5), '2/1': amount(2, 1, 0) });
    await harness.expectDeadLetters(lane, ['amountInStock']);
    await harness.commit(lane, { entries: [amountEntry(1, 2, 3)] });
    await harness.expectDeadLetters(lane, ['amountInStock']);
  },
};
