import { expect, it } from 'vitest';

import { Usage, type UsedCall } from './usage.ts';

const page = { isFirst: true, isSecond: false, share: 0.1 };
const read = { key: 'k', pageKey: 'p', isWhole: true, changes: 1 };
const used: UsedCall = {
  ...{ call: 'getProducts', tenths: 10, errorCode: 0, isSubRequest: false, at: 1, mayBeBulk: true },
  ...{ page, read },
};

function filled(): Usage {
  const usage = new Usage();
  for (let round = 0; round < 3; round += 1) {
    usage.countRequest();
    usage.countCall(used);
  }
  usage.countCall({ ...used, page: { isFirst: false, isSecond: true, share: 0.1 } });
  usage.countCall({ ...used, errorCode: 1002, tenths: 0 });
  usage.countRepeatedLogin('verifyUser');
  usage.countBulk(10, 0);
  return usage;
}

it('goes on from what was saved, as JSON too, without changing that', () => {
  const usage = filled();
  const saved = usage.save();
  const text = JSON.stringify(saved);
  const other = new Usage();
  other.load(JSON.parse(text));
  expect(other.save()).toEqual(saved);
  other.countCall(used);
  usage.countCall(used);
  expect(JSON.stringify(saved)).toBe(text);
  expect(other.save().calls[0]?.[1].calls).toBe(6);
});

it('forgets everything when it is cleared', () => {
  const usage = filled();
  usage.clear();
  expect(usage.save()).toEqual(new Usage().save());
  expect(usage.bytes).toBe(0);
});
