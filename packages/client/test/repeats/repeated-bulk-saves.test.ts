import { describe, expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { saveNote, saveReply } from './note-calls.ts';
import type { Mishap } from './note-server.ts';
import { note, openNotes as open } from './open-notes.ts';

const request = (input: object = note, call = saveNote) => ({ name: call.name, call, input: { ...input } });

describe('in a bulk request', () => {
  it.each<[Mishap]>([['dropped before'], ['dropped after'], ['truncated'], ['503 after'], ['timeout after']])(
    'each save is there once, and answers its ID, after %s',
    async (mishap) => {
      const { server, bulk } = open([mishap]);
      const results = await bulk([request({ ...note, notes: 'a' }), request({ ...note, notes: 'b' })]);
      expect(results).toMatchObject([
        { ok: true, answer: { records: [{ inventoryTransferID: 1 }] } },
        { ok: true, answer: { records: [{ inventoryTransferID: 2 }] } },
      ]);
      expect(server.notes).toHaveLength(2);
      expect(new Set(server.keys).size).toBe(2);
    },
  );

  it.each<[Mishap[], number]>([
    [['none'], 0],
    [['dropped before'], 0],
    [['dropped after'], 2],
    [['dropped after', 'none', 'dropped after', 'dropped after'], 2],
  ])('a save that names the one before it is there once, after %j', async (mishaps, lists) => {
    const { server, bulk } = open(mishaps);
    const reply = request({ ...note, notes: 're', inventoryTransferOrderID: 'CURRENT_NOTE' }, saveReply);
    const results = await bulk([request(), reply]);
    expect(results).toMatchObject([
      { ok: true, answer: { records: [{ inventoryTransferID: 1 }] } },
      { ok: true, answer: { records: [{ inventoryTransferID: 2 }] } },
    ]);
    expect(server.notes).toHaveLength(2);
    expect(server.notes[1]).toMatchObject({ notes: 're', inventoryTransferOrderID: 1 });
    expect(server.asked.filter((name) => name === 'listNotes')).toHaveLength(lists);
  });

  it.each([1204, 1205])(
    'a save that is being saved still is asked for again by itself (%i)',
    async (busy) => {
      const { server, bulk } = open(['dropped after', 'none', 'dropped after']);
      let saves = 0;
      server.refuse = () => (++saves === 3 ? busy : undefined);
      const results = await bulk([request({ ...note, notes: 'a' }), request({ ...note, notes: 'b' })]);
      expect(results).toMatchObject([
        { ok: true, answer: { records: [{ inventoryTransferID: 1 }] } },
        { ok: true, answer: { records: [{ inventoryTransferID: 2 }] } },
      ]);
      expect(server.notes).toHaveLength(2);
    },
  );

  it('a save that is refused at its repeat may have been applied by the request that was lost', async () => {
    const { server, bulk } = open(['dropped after']);
    let saves = 0;
    server.refuse = () => (++saves === 4 ? 1011 : undefined);
    const results = await bulk([request({ ...note, notes: 'a' }), request({ ...note, notes: 'b' })]);
    const error = { kind: 'api', code: 1011, mayHaveBeenApplied: true, temporaryUUID: server.keys[1] };
    expect(results).toMatchObject([{ ok: true }, { ok: false, error }]);
  });

  it('those that are alike cannot be told apart, and say so', async () => {
    const { server, bulk } = open(['dropped after']);
    const results = await bulk([request(), request()]);
    expect(results).toMatchObject([
      { ok: false, error: { kind: 'ambiguous', temporaryUUID: server.keys[0] } },
      { ok: false, error: { kind: 'ambiguous', temporaryUUID: server.keys[1] } },
    ]);
    expect(server.notes).toHaveLength(2);
  });

  it('beside a write that cannot be repeated, nothing is, and each save says how it can be', async () => {
    const { server, bulk } = open(['dropped after']);
    const brand = { name: 'saveBrand', call: calls.saveBrand, input: { name: 'x' } };
    const results = await bulk([request(), brand, request()]);
    expect(results).toMatchObject([
      {
        ok: false,
        error: {
          kind: 'ambiguous',
          call: 'saveNote',
          mayHaveBeenApplied: true,
          temporaryUUID: server.keys[0],
        },
      },
      { ok: false, error: { kind: 'transport', call: 'bulk', mayHaveBeenApplied: true } },
      {
        ok: false,
        error: {
          kind: 'ambiguous',
          call: 'saveNote',
          mayHaveBeenApplied: true,
          temporaryUUID: server.keys[1],
        },
      },
    ]);
    expect(server.asked).toEqual(['verifyUser', 'bulk']);
  });

  it('that stays lost, each save has its own key in its error', async () => {
    const { server, bulk } = open(Array.from({ length: 5 }, (): Mishap => 'dropped after'));
    const results = await bulk([request({ ...note, notes: 'a' }), request({ ...note, notes: 'b' })]);
    expect(results).toMatchObject([
      { ok: false, error: { kind: 'transport', temporaryUUID: server.keys[0] } },
      { ok: false, error: { kind: 'transport', temporaryUUID: server.keys[1] } },
    ]);
  });
});
