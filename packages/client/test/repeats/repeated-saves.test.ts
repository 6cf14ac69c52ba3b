import { describe, expect, it } from 'vitest';

import type { AnyRecord } from '../../src/answer.ts';
import { ErplyError } from '../../src/index.ts';
import { settle } from '../fake-time.ts';
import { rejection } from '../open-client.ts';
import type { Mishap } from './note-server.ts';
import { note, openNotes as open } from './open-notes.ts';

describe('a save that was asked for once', () => {
  it.each<[Mishap[], number]>([
    [['none'], 1],
    [['dropped before'], 2],
    [['dropped after'], 2],
    [['truncated'], 2],
    [['503 after'], 2],
    [['timeout before'], 2],
    [['timeout after'], 2],
    [['1204'], 2],
    [['1205'], 2],
    [['dropped after', '1204', '1204'], 4],
    [['dropped after', '503 after', 'truncated', 'dropped before'], 5],
  ])('is there once, and answers its ID, after %j', async (mishaps, requests) => {
    const { server, save } = open(mishaps);
    const other = server.add({ ...note, notes: 'another' });
    const { records, status } = await save(note);
    expect(server.notes).toHaveLength(2);
    expect(records).toEqual([{ inventoryTransferID: other.inventoryTransferID + 1 }]);
    expect(status).toMatchObject({ errorCode: 0, recordsInResponse: 1 });
    expect(server.asked.filter((name) => name === 'saveNote')).toHaveLength(requests);
    expect(new Set(server.keys).size).toBe(1);
  });

  it('has a key of its own each time, of the function that the program gives', async () => {
    let made = 0;
    const { server, save } = open([], { newUUID: () => `key-${++made}` });
    await save(note);
    await save(note);
    expect(server.keys).toEqual(['key-1', 'key-2']);
    const random = open([]);
    await random.save(note);
    expect(random.server.keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is not sent with a key that Erply would not take', async () => {
    const { server, save } = open([], { newUUID: () => 'no key' });
    expect(await rejection(save(note))).toMatchObject({
      kind: 'usage',
      message: 'createClient: newUUID must give 1 to 128 letters, digits, dots and hyphens.',
    });
    expect(server.asked).toEqual([]);
  });

  it('waits for a document that is being saved as long as for anything that Erply is busy with', async () => {
    const { time, save } = open(['dropped after', '1204', '1204']);
    await save(note);
    expect(time.slept).toEqual([500, 10_000, 20_000]);
  });
});

describe('a save with a key of the program', () => {
  it('that was saved before is an error of its own kind, and looks for nothing', async () => {
    const { server, save } = open([]);
    await save({ ...note, temporaryUUID: 'mine' });
    const error = await rejection(save({ ...note, temporaryUUID: 'mine' }));
    expect(error).toMatchObject({
      kind: 'duplicate',
      code: 1206,
      attempt: 1,
      retryable: false,
      mayHaveBeenApplied: false,
    });
    expect(String(error)).toContain('this one saved nothing, and no call tells the ID');
    expect(server.asked).toEqual(['verifyUser', 'saveNote', 'saveNote']);
  });

  it('is found after its own repeat, and only by that', async () => {
    const { server, save } = open(['dropped after']);
    const { records } = await save({ ...note, temporaryUUID: 'mine' });
    expect(records).toEqual([{ inventoryTransferID: 1 }]);
    expect(server.keys).toEqual(['mine', 'mine']);
  });

  it('that was saved long before is not looked for among what is older than this call', async () => {
    const { server, time, save } = open(['none', 'dropped before']);
    await save({ ...note, temporaryUUID: 'mine' });
    await time.jump(3_600_000);
    const error = await rejection(save({ ...note, temporaryUUID: 'mine' }));
    expect(error).toMatchObject({ kind: 'ambiguous', code: 1206, mayHaveBeenApplied: true });
    expect(error).not.toHaveProperty('temporaryUUID');
    expect(server.notes).toHaveLength(1);
  });
});

describe('which record was saved', () => {
  const lost = async (
    change: (server: ReturnType<typeof open>['server']) => void,
    input: AnyRecord = note,
  ) => {
    const opened = open(['dropped after']);
    const { onList } = opened.server;
    opened.server.onList = (notes) => {
      change(opened.server);
      opened.server.onList = onList;
      return opened.server.notes.filter(({ added }) => added >= Math.min(...notes.map((one) => one.added)));
    };
    return { ...opened, outcome: await opened.save(input).catch((error: unknown) => error) };
  };

  it.each([
    ['the same text', { notes: 'two' }],
    ['the same rows', { rows: [{ productID: 7, amount: 3, price: 6.6667 }] }],
    ['as many rows', { rows: [...note.rows, ...note.rows] }],
    ['the same place', { warehouseFromID: 3 }],
    ['the same price to the last digit that is kept', { rows: [{ productID: 7, amount: 2, price: 6.6668 }] }],
  ])('is not one that does not have %s', async (_, other) => {
    const { outcome } = await lost((server) => server.add({ ...note, ...other }));
    expect(outcome).toMatchObject({ records: [{ inventoryTransferID: 1 }] });
  });

  it('is not known when another client has saved the same meanwhile', async () => {
    const { outcome, server } = await lost((one) =>
      one.add({ ...note, rows: [{ productID: 7, amount: 2, price: 6.6667 }] }),
    );
    expect(server.notes).toHaveLength(2);
    expect(outcome).toMatchObject({
      kind: 'ambiguous',
      code: 1206,
      mayHaveBeenApplied: true,
      retryable: false,
      temporaryUUID: server.keys[0],
    });
    expect(String(outcome)).toContain('saveNote: saved, ID unknown: ');
    expect(String(outcome)).toContain('2 records are as it was sent.');
  });

  it('is not known when somebody has changed or deleted it meanwhile, whatever else is there', async () => {
    const { outcome } = await lost((server) => {
      server.notes[0] = { ...server.notes[0], notes: 'changed' } as (typeof server.notes)[0];
    });
    expect(String(outcome)).toContain('no record is as it was sent');
  });

  it('is not one of before, although it has changed now', async () => {
    const opened = open(['dropped after']);
    opened.server.add({
      ...note,
      rows: [{ productID: 7, amount: 2, price: 6.6667 }],
      added: opened.server.now() - 60,
    });
    opened.server.onList = () => opened.server.notes;
    expect((await opened.save(note)).records).toEqual([{ inventoryTransferID: 2 }]);
  });

  it('is not one of another day, where the list does not say when it was made', async () => {
    const opened = open(['dropped after']);
    opened.server.add({ ...note, rows: [{ productID: 7, amount: 2, price: 6.6667 }], date: '2026-03-01' });
    opened.server.onList = () => opened.server.notes.map((one) => ({ ...one, added: 0 }));
    expect((await opened.save(note)).records).toEqual([{ inventoryTransferID: 2 }]);
  });

  it.each([
    ['a moment before midnight', -3],
    ['a moment after midnight', 2],
  ])('is found where no day was sent and the first request came %s', async (_, seconds) => {
    const midnight = 8.5 * 3600;
    const { server, save } = open(['dropped after', '1204'], {}, midnight + seconds);
    expect((await save(note)).records).toEqual([{ inventoryTransferID: 1 }]);
    expect(server.notes).toHaveLength(1);
  });

  it.each([[-86_400], [86_400], [7]])('is found although our clock is %i s off', async (seconds) => {
    const { save } = open(['dropped after'], {}, seconds);
    expect((await save(note)).records).toEqual([{ inventoryTransferID: 1 }]);
  });

  it('is not known when more has changed than one page shows, which may move', async () => {
    const { outcome } = await lost((server) => {
      for (let count = 0; count < 100; count += 1) server.add({ ...note, notes: `${count}` });
    });
    expect(outcome).toMatchObject({ kind: 'ambiguous' });
    expect(String(outcome)).toContain('too many records have changed since to look through');
  });

  it('is not known when the list is refused, and says why', async () => {
    const opened = open(['dropped after']);
    opened.server.onList = () => ({ errorCode: 1060 });
    const error = await rejection(opened.save(note));
    expect(error).toMatchObject({ kind: 'ambiguous', code: 1206, mayHaveBeenApplied: true });
    expect(String(error)).toMatch(/saved, ID unknown.*looking for it failed: listNotes: .*\(1060\)\.$/);
    expect((error as ErplyError).cause).toBeInstanceOf(ErplyError);
  });
});

describe('a save that stays lost', () => {
  it('says that it may have been applied, and by which key it is known', async () => {
    const { server, save } = open(Array.from({ length: 5 }, (): Mishap => 'dropped after'));
    const error = await rejection(save(note));
    expect(error).toMatchObject({
      kind: 'transport',
      attempt: 5,
      retryable: false,
      mayHaveBeenApplied: true,
      temporaryUUID: server.keys[0],
      message: 'saveNote: the answer was lost (ECONNRESET) after 5 attempts; it may have been applied.',
    });
    expect(server.notes).toHaveLength(1);
  });

  it.each<[string, Mishap[]]>([
    ['is refused at its repeat', ['dropped after', 'refused 1010']],
    ['meets a server that is busy for ever', ['dropped after', '1003', '1003', '1003', '1003']],
  ])('and %s may have been applied all the same', async (_, mishaps) => {
    const { server, save } = open(mishaps);
    const error = await rejection(save(note));
    expect(error).toMatchObject({
      kind: 'api',
      mayHaveBeenApplied: true,
      retryable: false,
      temporaryUUID: server.keys[0],
    });
    expect(String(error)).toContain('an earlier request, whose answer was lost, may have been applied.');
    expect(server.notes).toHaveLength(1);
  });

  it('and is aborted between two requests may have been applied', async () => {
    const caller = new AbortController();
    const { save } = open(['dropped after'], {
      wait: () => {
        caller.abort();
        return Promise.reject(caller.signal.reason);
      },
    });
    expect(await rejection(save(note, { signal: caller.signal }))).toMatchObject({
      mayHaveBeenApplied: true,
    });
  });

  it('says nothing of the sort where nothing was lost', async () => {
    const { save } = open(['refused 1010']);
    expect(await rejection(save(note))).toMatchObject({ kind: 'api', code: 1010, mayHaveBeenApplied: false });
  });

  it('is not begun again behind the deadline', async () => {
    const { time, server, save } = open(['dropped after', '1204']);
    const deadline = time.clock.now() + 2000;
    expect(await rejection(save(note, { deadline }))).toMatchObject({ code: 1204, mayHaveBeenApplied: true });
    expect(server.asked).toEqual(['verifyUser', 'saveNote', 'saveNote']);
  });
});

it('does not repeat an edit: it would undo what others have changed meanwhile', async () => {
  const { server, save } = open(['dropped after']);
  expect(await rejection(save({ ...note, inventoryTransferID: 1 }))).toMatchObject({
    mayHaveBeenApplied: true,
    attempt: 1,
  });
  expect(server.keys).toEqual([undefined]);
});

it('leaves no timer behind', async () => {
  const { time, save } = open(['timeout after']);
  await save(note);
  await settle();
  expect(time.pending).toBe(0);
});
