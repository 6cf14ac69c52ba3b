import { deepEqual, equal, rejects } from 'node:assert/strict';

import type { Counters } from '../counters.ts';
import { type Cases, product, productEntry, warehouse } from './harness.ts';

const lane = 'products';
const deletedAt = 1_700_000_100;

export const recordCases: Cases = {
  'a lane that never ran has no state': async (harness) => {
    equal(await harness.state(lane), undefined);
    deepEqual(await harness.survey(lane, 1), { alive: 0, unseen: 0, seen: 0, emptied: [] });
  },

  'rows, checkpoint and counters of a commit survive a reopening': async (harness) => {
    const counters: Counters = { records: 2, deletions: 1, deadLetters: 3 };
    const checkpoint = { phase: 'idle', generation: 3, watermark: 5, warehouses: [1, 2] } as const;
    await harness.commit(lane, { entries: [productEntry(1), productEntry(2)], checkpoint, counters });
    await harness.reopen();
    deepEqual(await harness.state(lane), { checkpoint, counters });
    await harness.expectRecords(lane, { 1: product(1), 2: product(2) });
  },

  'a row replaces the one under its key and leaves other lanes alone': async (harness) => {
    const main = warehouse(1, 'Main');
    await harness.commit('warehouses', { entries: [{ id: 1, record: main }] });
    await harness.commit(lane, { entries: [productEntry(1), productEntry(2)] });
    await harness.commit(lane, { entries: [productEntry(1, 'New name')] });
    await harness.expectRecords(lane, { 1: product(1, 'New name'), 2: product(2) });
    await harness.expectRecords('warehouses', { 1: main });
  },

  'a record comes back as it went in, whatever is written in it': async (harness) => {
    const name = '🛒 "quoted"; it\'s, \\ Ünïcode\n\u0001 \u2028 Ж';
    const record = { ...product(1, name), none: null, nested: { list: [1.5, '', false] } };
    await harness.commit(lane, { entries: [{ id: 1, record }] });
    await harness.expectRecords(lane, { 1: record });
  },

  'a removed record is alive again when it comes again': async (harness) => {
    await harness.commit(lane, { entries: [productEntry(1), productEntry(2)] });
    await harness.commit(lane, { deletions: [{ id: 1, deletedAt }] });
    await harness.expectRecords(lane, { 1: null, 2: product(2) });
    equal(await harness.countAlive(lane, [1, 2, 3]), 1);
    await harness.commit(lane, { entries: [productEntry(1)] });
    equal(await harness.countAlive(lane, [1, 2, 3]), 2);
  },

  'removing what is unknown or removed already changes nothing': async (harness) => {
    await harness.commit(lane, { entries: [productEntry(1)] });
    await harness.commit(lane, { deletions: [{ id: 1, deletedAt }] });
    await harness.commit(lane, { deletions: [1, 9].map((id) => ({ id, deletedAt: deletedAt + 50 })) });
    await harness.expectRecords(lane, { 1: null });
    equal(await harness.deletedAt(lane, 1), deletedAt);
  },

  'a survey tells what a full read has not seen': async (harness) => {
    await harness.commit(lane, { entries: [1, 2, 3, 4].map((id) => productEntry(id)) });
    await harness.commit(lane, { generation: 2, entries: [productEntry(1), productEntry(5)] });
    await harness.commit(lane, { generation: 2, deletions: [{ id: 4, deletedAt }] });
    deepEqual(await harness.survey(lane, 2), { alive: 4, unseen: 2, seen: 2, emptied: [] });
  },

  'a read has seen what it wrote, be it removed since, and no more': async (harness) => {
    await harness.commit(lane, { entries: [1, 2, 3].map((id) => productEntry(id)) });
    await harness.commit(lane, { generation: 2, entries: [productEntry(1), productEntry(2)] });
    await harness.commit(lane, { generation: 2, deletions: [1, 3].map((id) => ({ id, deletedAt })) });
    equal(await harness.countSeen(lane, [1, 2, 3, 4], 2), 2);
    equal(await harness.countSeen(lane, [3], 1), 1);
    // A later read has seen them since.
    equal(await harness.countSeen(lane, [1, 2], 1), 0);
  },

  'closing a full read removes what it has not seen': async (harness) => {
    await harness.commit(lane, { entries: [1, 2, 3].map((id) => productEntry(id)) });
    await harness.commit(lane, { generation: 2, entries: [productEntry(2)] });
    await harness.commit(lane, { deletions: [{ id: 3, deletedAt }] });
    await harness.commit(lane, { generation: 2, close: { deletedAt: deletedAt + 50 } });
    await harness.expectRecords(lane, { 1: null, 2: product(2), 3: null });
    equal(await harness.deletedAt(lane, 1), deletedAt + 50);
    // It was gone before.
    equal(await harness.deletedAt(lane, 3), deletedAt);
  },

  'a dead letter keeps the record that is there, as seen': async (harness) => {
    const deadLetters = [{ id: 1, path: 'name', message: 'not a text' }];
    await harness.commit(lane, { entries: [productEntry(1), productEntry(2)] });
    await harness.commit(lane, { generation: 2, deadLetters });
    await harness.expectDeadLetters(lane, ['name']);
    await harness.commit(lane, { generation: 2, close: { deletedAt } });
    await harness.expectRecords(lane, { 1: product(1), 2: null });
  },

  'a dead letter goes when its record comes or is removed': async (harness) => {
    const letter = (id: number, path: string) => ({ id, path, message: 'not a text' });
    await harness.commit(lane, { deadLetters: [letter(1, 'name'), letter(2, 'code'), letter(3, 'type')] });
    await harness.commit(lane, { entries: [productEntry(1)], deletions: [{ id: 2, deletedAt }] });
    await harness.expectDeadLetters(lane, ['type']);
    // An ID means something else in another lane.
    await harness.commit('productGroups', { deletions: [{ id: 3, deletedAt }] });
    await harness.expectDeadLetters(lane, ['type']);
  },

  'dead letters without an ID are kept, and repeats do not pile up': async (harness) => {
    const deadLetters = [{ path: 'productID', message: 'has no readable ID' }];
    await harness.commit(lane, { deadLetters });
    await harness.commit(lane, { deadLetters });
    await harness.expectDeadLetters(lane, ['productID']);
  },

  'a commit that fails has changed nothing': async (harness) => {
    await harness.commit(lane, { entries: [productEntry(1), productEntry(2)] });
    const before = await harness.state(lane);
    const checkpoint = { phase: 'idle', generation: 9 } as const;
    const content = { entries: [productEntry(1, 'Changed')], deletions: [{ id: 2, deletedAt }], checkpoint };
    await rejects(harness.commitUnwritable(content));
    await harness.reopen();
    deepEqual(await harness.state(lane), before);
    await harness.expectRecords(lane, { 1: product(1), 2: product(2) });
  },

  'a page of 1,000 rows is one commit': async (harness) => {
    const ids = Array.from({ length: 1000 }, (_, index) => index + 1);
    await harness.commit(lane, { entries: ids.map((id) => productEntry(id)) });
    equal(await harness.countAlive(lane, ids), 1000);
  },
};
