import { expect, it, vi } from 'vitest';

import { createFakeTime, settle } from '../../test/fake-time.ts';
import { type AddressGate, createAddressGate, type EntryRequest } from './address-gate.ts';
import { createSendRate } from './send-rate.ts';
import { createSlots } from './slots.ts';

function open(options: { slots?: number; perWindow?: number } = {}) {
  const time = createFakeTime();
  const { clock, wait } = time;
  const rate = createSendRate({ clock, requestsPerWindow: options.perWindow ?? 1000, windowMs: 30_000 });
  const gate = createAddressGate({ rate, slots: createSlots(options.slots ?? 1000), wait });
  return { time, rate, gate };
}

const enter = (gate: AddressGate, entrance: Partial<EntryRequest> = {}) =>
  gate.enter({ takesSlot: true, admit: () => true, ...entrance });

/** Enters and notes the name when it is in. */
function entering(gate: AddressGate, names: readonly string[], entrance: Partial<EntryRequest> = {}) {
  const order: string[] = [];
  const leaves = new Map<string, () => void>();
  for (const name of names) {
    void enter(gate, entrance).then((leave) => {
      order.push(name);
      if (leave) leaves.set(name, leave);
    });
  }
  return { order, leave: (name: string) => leaves.get(name)?.() };
}

it('lets in as many as there are slots, and the next one when a slot is free, in order', async () => {
  const { gate } = open({ slots: 2 });
  const visit = entering(gate, ['a', 'b', 'c', 'd']);
  await settle();
  expect(visit.order).toEqual(['a', 'b']);
  visit.leave('b');
  await settle();
  expect(visit.order).toEqual(['a', 'b', 'c']);
  visit.leave('a');
  await settle();
  expect(visit.order).toEqual(['a', 'b', 'c', 'd']);
});

it('lets in only so many within any window of time', async () => {
  const { gate, time } = open({ perWindow: 2 });
  const visit = entering(gate, ['a']);
  await time.advance(10_000);
  const later = entering(gate, ['b', 'c']);
  await settle();
  expect([...visit.order, ...later.order]).toEqual(['a', 'b']);
  await time.advance(19_999);
  expect(later.order).toEqual(['b']);
  await time.advance(1);
  expect(later.order).toEqual(['b', 'c']);
});

it('lets nobody in during a pause, a login neither', async () => {
  const { gate, time, rate } = open();
  rate.pause(10_000);
  const call = entering(gate, ['call']);
  const login = entering(gate, ['login'], { takesSlot: false });
  await time.advance(9_999);
  expect([...call.order, ...login.order]).toEqual([]);
  await time.advance(1);
  expect([...call.order, ...login.order]).toEqual(['call', 'login']);
});

it('lets a login in when all slots are taken by calls that wait for it', async () => {
  const { gate } = open({ slots: 1 });
  entering(gate, ['call', 'next']);
  await settle();
  const login = entering(gate, ['login'], { takesSlot: false });
  await settle();
  expect(login.order).toEqual(['login']);
});

it('passes over one who gives up, at the head of the queue and in it', async () => {
  const { gate } = open({ slots: 1 });
  const first = entering(gate, ['first']);
  const head = new AbortController();
  const middle = new AbortController();
  const atHead = enter(gate, { signal: head.signal });
  const inMiddle = enter(gate, { signal: middle.signal });
  const last = entering(gate, ['last']);
  await settle();
  middle.abort(new Error('middle'));
  head.abort(new Error('head'));
  await expect(inMiddle).rejects.toThrow('middle');
  await expect(atHead).rejects.toThrow('head');
  first.leave('first');
  await settle();
  expect(last.order).toEqual(['last']);
});

it('takes no slot for one who is not admitted in the end', async () => {
  const { gate } = open({ slots: 1 });
  await expect(enter(gate, { admit: () => false })).resolves.toBeUndefined();
  await expect(enter(gate)).resolves.toBeTypeOf('function');
});

it('asks before a wait of known length, and goes away when it is refused', async () => {
  const { gate, rate } = open();
  rate.pause(10_000);
  const mayWait = vi.fn(() => {
    throw new Error('too long');
  });
  await expect(enter(gate, { mayWait })).rejects.toThrow('too long');
  expect(mayWait).toHaveBeenCalledExactlyOnceWith(10_000);
});

it('keeps no more of the past than it needs', async () => {
  const { gate, time } = open({ perWindow: 3 });
  for (let turn = 0; turn < 20; turn += 1) {
    const visit = entering(gate, ['a', 'b', 'c', 'd']);
    await time.advance(30_000);
    expect(visit.order).toEqual(['a', 'b', 'c', 'd']);
    await time.advance(30_000);
  }
});
