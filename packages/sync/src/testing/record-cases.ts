import { deepEqual, equal, rejects } from 'node:assert/strict';

import type { Counters } from '../counters.ts';
import { product, productEntry, warehouse } from './bench.ts';
import type { Cases } from './sink-battery.ts';

const lane = 'products';
const deletedAt = 1_700_000_100;

export const recordCases: Cases = {
  'a lane that never ran has no state': async (bench) => {
    equal(await bench.state(lane), undefined);
    deepEqual(await bench.survey(lane, 1), { alive: 0, unseen: 0, seen: 0, emptied: [] });
  },

  'rows, checkpoint and counters of a commit survive a reopening': async (bench) => {
    const counters: Counters = { records: 2, deletions: 1, deadLetters: 0 };
    const checkpoint = { phase: 'idle', generation: 3, watermark: 5, warehouses: [1, 2] } as const;
    await bench.commit(lane, { entries: [productEntry(1), productEntry(2)], checkpoint, counters });
    await bench.reopen();
    deepEqual(await bench.state(lane), { checkpoint, counters });
    await bench.expectRecords(lane, { 1: product(1), 2: product(2) });
  },

  'a row replaces the one under its key and leaves other lanes alone': async (bench) => {
    const main = warehouse(1, 'Main');
    await bench.commit('warehouses', { entries: [{ id: 1, record: main }] });
    await bench.commit(lane, { entries: [productEntry(1), productEntry(2)] });
    await bench.commit(lane, { entries: [productEntry(1, 'New name')] });
    await bench.expectRecords(lane, { 1: product(1, 'New name'), 2: product(2) });
    await bench.expectRecords('warehouses', { 1: main });
  },

  'a record comes back as it went in, whatever is written in it': async (bench) => {
    const name = '🛒 "quoted"; it\'s, \\ Ünïcode\n\u0001 \u2028 Ж';
    const record = { ...product(1, name), none: null, nested: { list: [1.5, '', false] } };
    await bench.commit(lane, { entries: [{ id: 1, record }] });
    await bench.expectRecords(lane, { 1: record });
  },

  'a removed record is alive again when it comes again': async (bench) => {
    await bench.commit(lane, { entries: [productEntry(1), productEntry(2)] });
    await bench.commit(lane, { deletions: [{ id: 1, deletedAt }] });
    await bench.expectRecords(lane, { 1: null, 2: product(2) });
    equal(await bench.countAlive(lane, [1, 2, 3]), 1);
    await bench.commit(lane, { entries: [productEntry(1)] });
    equal(await bench.countAlive(lane, [1, 2, 3]), 2);
  },

  'removing what is unknown or removed already changes nothing': async (bench) => {
    await bench.commit(lane, { entries: [productEntry(1)] });
    await bench.commit(lane, { deletions: [{ id: 1, deletedAt }] });
    await bench.commit(lane, { deletions: [1, 9].map((id) => ({ id, deletedAt: deletedAt + 50 })) });
    await bench.expectRecords(lane, { 1: null });
  },

  'a survey tells what a full read has not seen': async (bench) => {
    await bench.commit(lane, { entries: [1, 2, 3, 4].map((id) => productEntry(id)) });
    await bench.commit(lane, { generation: 2, entries: [productEntry(1), productEntry(5)] });
    await bench.commit(lane, { generation: 2, deletions: [{ id: 4, deletedAt }] });
    deepEqual(await bench.survey(lane, 2), { alive: 4, unseen: 2, seen: 2, emptied: [] });
  },

  'closing a full read removes what it has not seen': async (bench) => {
    await bench.commit(lane, { entries: [1, 2, 3].map((id) => productEntry(id)) });
    await bench.commit(lane, { generation: 2, entries: [productEntry(2)] });
    await bench.commit(lane, { generation: 2, close: { deletedAt } });
    await bench.expectRecords(lane, { 1: null, 2: product(2), 3: null });
  },

  'a dead letter keeps the record that is there, as seen': async (bench) => {
    const deadLetters = [{ id: 1, path: 'name', message: 'not a text' }];
    await bench.commit(lane, { entries: [productEntry(1), productEntry(2)] });
    await bench.commit(lane, { generation: 2, deadLetters });
    await bench.expectDeadLetters(lane, ['name']);
    await bench.commit(lane, { generation: 2, close: { deletedAt } });
    await bench.expectRecords(lane, { 1: product(1), 2: null });
  },

  'a dead letter goes when its record comes or is removed': async (bench) => {
    const letter = (id: number, path: string) => ({ id, path, message: 'not a text' });
    await bench.commit(lane, { deadLetters: [letter(1, 'name'), letter(2, 'code'), letter(3, 'type')] });
    await bench.commit(lane, { entries: [productEntry(1)], deletions: [{ id: 2, deletedAt }] });
    await bench.expectDeadLetters(lane, ['type']);
  },

  'dead letters without an ID are kept, and repeats do not pile up': async (bench) => {
    const deadLetters = [{ path: 'productID', message: 'has no readable ID' }];
    await bench.commit(lane, { deadLetters });
    await bench.commit(lane, { deadLetters });
    await bench.expectDeadLetters(lane, ['productID']);
  },

  'a commit that fails has changed nothing': async (bench) => {
    await bench.commit(lane, { entries: [productEntry(1), productEntry(2)] });
    const before = await bench.state(lane);
    const checkpoint = { phase: 'idle', generation: 9 } as const;
    const content = { entries: [productEntry(1, 'Changed')], deletions: [{ id: 2, deletedAt }], checkpoint };
    await rejects(bench.commitUnwritable(content));
    await bench.reopen();
    deepEqual(await bench.state(lane), before);
    await bench.expectRecords(lane, { 1: product(1), 2: product(2) });
  },

  'a page of 1,000 rows is one commit': async (bench) => {
    const ids = Array.from({ length: 1000 }, (_, index) => index + 1);
    await bench.commit(lane, { entries: ids.map((id) => productEntry(id)) });
    equal(await bench.countAlive(lane, ids), 1000);
  },
};
