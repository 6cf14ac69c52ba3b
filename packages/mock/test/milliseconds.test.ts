import { describe, expect, it } from 'vitest';

import { ControlError, createMock, OptionError } from '../src/index.ts';
import { frozenMock, loggedIn, post, start } from './ask.ts';

const startMs = start * 1000;

describe('a time of a call in milliseconds', () => {
  it.each([
    ['getProducts', 'changedSince', {}],
    ['getProducts', 'addedSince', {}],
    ['getUserOperationsLog', 'addedFrom', { tableName: 'products' }],
    ['getGiftCards', 'purchasedUnixTimeTo', {}],
  ])('is answered as before, with a note: %s %s', async (request, name, others) => {
    const notes: string[] = [];
    const mock = frozenMock({ onNote: (note) => notes.push(note) });
    const { sessionKey, call } = await loggedIn(mock);
    const fields = { clientCode: '100001', sessionKey, request, ...others, [name]: startMs };
    const response = await post(mock, fields);
    const note = `${request}: ${name} is in milliseconds, and Erply reads seconds`;
    expect(response.headers.get('erply-mock-note')).toBe(note);
    expect(notes).toEqual([note]);
    expect(await response.json()).toMatchObject({ status: { errorCode: 0 } });
    expect((await post(mock, { ...fields, [name]: start })).headers.get('erply-mock-note')).toBeNull();
    expect((await call('getProducts', { changedSince: startMs })).records).toEqual([]);
  });

  it('is refused where notes are', async () => {
    const { call } = await loggedIn(frozenMock({ strict: true }));
    expect((await call('getProducts', { changedSince: startMs })).status).toMatchObject({
      errorCode: 1016,
      errorField: 'changedSince',
    });
    expect((await call('getProducts', { changedSince: start })).status.errorCode).toBe(0);
  });
});

describe('a time of the control API or an option in milliseconds', () => {
  it.each([startMs, String(startMs), 1e11])('is refused where the clock is to stand: %s', (now) => {
    expect(() => createMock({ now })).toThrow(OptionError);
    expect(() => createMock({ now })).toThrow(/is in milliseconds: give Unix seconds/);
    expect(() => frozenMock().clock.set({ now })).toThrow(/is in milliseconds: give Unix seconds/);
  });

  it.each(['-1', 'in 1 hour', '5', -1, '1/2/2026', 'Fri Nov 27 2026'])(
    'is not a guess at a date: %s',
    (now) => {
      const read = () => createMock({ now, frozen: true }).clock.read().now;
      if (now === '5') expect(read()).toBe(5);
      else expect(read).toThrow(/is not a time: give Unix seconds or ISO 8601/);
    },
  );

  it('is refused in a record and as the beginning of a journal', async () => {
    const account = frozenMock().account('100001');
    const giftCards = account.data('giftCards');
    const refusal = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return error instanceof ControlError ? `${error.status} ${error.message}` : error;
      }
      return 'not refused';
    };
    expect(refusal(() => giftCards.insert({ code: 'a', purchaseDateTime: startMs }))).toBe(
      '400 giftCards: purchaseDateTime is in milliseconds; it needs Unix seconds',
    );
    expect(refusal(() => giftCards.insert({ code: 'a', purchaseDateTime: start }))).toBe('not refused');
    expect(refusal(() => account.journal({ since: startMs }))).toBe(
      '400 since is in milliseconds; it needs Unix seconds',
    );
  });
});
