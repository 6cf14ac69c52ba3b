import { expect, it } from 'vitest';

import { frozenMock, loggedIn, post } from '../../test/ask.ts';

it('does not keep what a record was for what it is, where it is changed before an answer is written', async () => {
  const mock = frozenMock();
  const { call, sessionKey } = await loggedIn(mock);
  // Products show the names of their groups, so from here on the account has encoded records of its own.
  await call('saveProductGroup', { productGroupID: 1, name: 'Renamed' });
  const page = (pageNo: number) => ({
    ...{ requestName: 'getProducts', orderBy: 'productID', orderByDir: 'asc' },
    ...{ recordsOnPage: 100, pageNo },
  });
  const requests = JSON.stringify([1, 2, 3, 4, 5].map(page));
  // So long an answer is written while it is read.
  const response = await post(mock, { clientCode: '100001', sessionKey, requests });
  for (const productID of [450, 451]) await call('saveProduct', { productID, name: 'Changed' });
  const nameOf = async (productID: number) => (await call('getProducts', { productID })).records[0].name;
  expect(await nameOf(451)).toBe('Changed');
  // The answer is of the moment at which the products were chosen.
  const answer: any = await response.json();
  const { records } = answer.requests[4];
  expect(records.map(({ name }: { name: string }) => name)).not.toContain('Changed');
  expect(await nameOf(450)).toBe('Changed');
});
