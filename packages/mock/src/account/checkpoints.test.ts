import { expect, it } from 'vitest';

import { Checkpoints } from './checkpoints.ts';
import type { SavedAccount } from './saved-account.ts';

/** A state with so many changed records, as far as checkpoints look at it. */
const stateOf = (size: number) =>
  ({
    data: { tables: new Map([['payments', { changes: { size } }]]) },
    sessions: { sessions: [] },
  }) as unknown as SavedAccount;

/** How many states are saved in so many requests, and how many are kept of them. */
function savedIn(requests: number, size: number): readonly [saved: number, kept: number] {
  const checkpoints = new Checkpoints(undefined);
  let saved = 0;
  for (let lastID = 0; lastID < requests; lastID += 1)
    checkpoints.add(
      { lastID, lastDroppedID: -1 },
      {
        save() {
          saved += 1;
          return stateOf(size);
        },
        changedRowsSince: () => size,
      },
    );
  return [saved, checkpoints.since(0).length];
}

it('one in 250 requests is made of an account, and none where it would be too large to be kept', () => {
  expect(savedIn(1000, 10)).toEqual([4, 4]);
  expect(savedIn(1000, 1_000_000)).toEqual([0, 0]);
});

it('has none from before a change that no request made, where that state would be too large to be kept', () => {
  const checkpoints = new Checkpoints(undefined);
  const add = (lastID: number, size: number) =>
    checkpoints.add(
      { lastID, lastDroppedID: -1 },
      { save: () => stateOf(size), changedRowsSince: () => size },
    );
  add(0, 10);
  expect(checkpoints.since(0)).toHaveLength(1);
  checkpoints.expire();
  add(1, 1_000_000);
  expect(checkpoints.since(0)).toEqual([]);
});
