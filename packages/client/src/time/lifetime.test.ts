import { describe, expect, it } from 'vitest';

import { createFakeTime } from '../../test/fake-time.ts';
import { beginLifetime, Interruption, limitTime } from './lifetime.ts';

const reason = (signal: AbortSignal) => signal.reason as Interruption;

describe('a lifetime', () => {
  it('ends with the deadline', async () => {
    const time = createFakeTime();
    const lifetime = beginLifetime({ clock: time.clock, signals: [], deadline: time.clock.now() + 500 });
    expect(lifetime.remainingMs()).toBe(500);
    await time.advance(499);
    expect(lifetime.signal.aborted).toBe(false);
    await time.advance(1);
    expect(reason(lifetime.signal)).toMatchObject({ kind: 'timeout', message: 'the deadline passed' });
  });

  it('ends with any of its signals and says which', () => {
    const caller = new AbortController();
    const { clock } = createFakeTime();
    const signals = [
      { signal: undefined, message: 'none' },
      { signal: caller.signal, message: 'aborted by the caller' },
    ];
    const lifetime = beginLifetime({ clock, signals });
    caller.abort(new Error('the reason of the caller is not shown'));
    expect(reason(lifetime.signal)).toMatchObject({ kind: 'aborted', message: 'aborted by the caller' });
  });

  it('is over at once when a signal was aborted or the deadline is past', () => {
    const { clock } = createFakeTime();
    const aborted = beginLifetime({ clock, signals: [{ signal: AbortSignal.abort(), message: 'gone' }] });
    expect(reason(aborted.signal).kind).toBe('aborted');
    const late = beginLifetime({ clock, signals: [], deadline: clock.now() });
    expect(reason(late.signal).kind).toBe('timeout');
  });

  it('lets go of its timer and listeners when it has ended', async () => {
    const time = createFakeTime();
    const caller = new AbortController();
    const signals = [{ signal: caller.signal, message: 'aborted' }];
    const lifetime = beginLifetime({ clock: time.clock, signals, deadline: time.clock.now() + 500 });
    lifetime.end();
    expect(time.pending).toBe(0);
    caller.abort();
    expect(lifetime.signal.aborted).toBe(false);
  });
});

describe('a time limit', () => {
  it('rings when its time is over, counted from the last restart', async () => {
    const time = createFakeTime();
    const limit = limitTime(new AbortController().signal, 1000, time.clock);
    await time.advance(900);
    limit.restart();
    await time.advance(900);
    expect(limit.signal.aborted).toBe(false);
    await time.advance(100);
    expect(reason(limit.signal)).toMatchObject({ kind: 'timeout', message: 'no answer within 1 s' });
  });

  it('hears its parent while it is paused', () => {
    const time = createFakeTime();
    const parent = new AbortController();
    const limit = limitTime(parent.signal, 1000, time.clock);
    limit.pause();
    expect(time.pending).toBe(0);
    parent.abort(new Interruption('aborted', 'by the parent'));
    expect(reason(limit.signal).message).toBe('by the parent');
  });

  it('lets go of timer and parent at its end', () => {
    const time = createFakeTime();
    const parent = new AbortController();
    const limit = limitTime(parent.signal, 1000, time.clock);
    limit.end();
    parent.abort();
    expect(time.pending).toBe(0);
    expect(limit.signal.aborted).toBe(false);
  });
});
