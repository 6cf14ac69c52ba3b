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

it('gives counts that do not go on counting', () => {
  const usage = filled();
  const counts = usage.read();
  const text = JSON.stringify(counts);
  usage.countCall(used);
  expect(JSON.stringify(counts)).toBe(text);
  expect(usage.read().calls[0]?.[1].calls).toBe(6);
});

it('forgets everything when it is cleared', () => {
  const usage = filled();
  usage.clear();
  expect(usage.read()).toEqual(new Usage().read());
  expect(usage.bytes).toBe(0);
});
