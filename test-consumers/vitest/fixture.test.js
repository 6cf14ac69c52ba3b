import { expect } from 'vitest';

import { erplyTest } from '@erply-kit/mock/vitest';

const test = erplyTest({ products: 5 });

async function logIn({ url, clientCode, username, password }) {
  const body = new URLSearchParams({ clientCode, request: 'verifyUser', username, password });
  const answer = await fetch(`${url}/api/`, { method: 'POST', body });
  return (await answer.json()).records[0].sessionKey;
}

for (const name of ['has an account of its own', 'has another one']) {
  test(name, async ({ erply, erplyMock }) => {
    expect(erplyMock.accounts()).toEqual([]);
    expect(await logIn(erply)).toBeTypeOf('string');
    expect(erplyMock.accounts()).toEqual([erply.clientCode]);
  });
}

test.runIf(process.env.FAILS === '1')('shows what was asked', async ({ erply }) => {
  await logIn(erply);
  expect.fail('as it should');
});
