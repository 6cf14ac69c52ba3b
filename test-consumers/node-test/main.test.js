// The helpers for any test runner, in Node's own: run with `node --test`.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { startTestMock } from '@erply-kit/mock/testing';

const erply = await startTestMock({ products: 5 });
after(() => erply.close());

async function ask({ url, clientCode }, fields) {
  const body = new URLSearchParams({ clientCode, ...fields });
  return (await fetch(`${url}/api/`, { method: 'POST', body })).json();
}

async function logIn(account) {
  const { username, password } = account;
  const { records } = await ask(account, { request: 'verifyUser', username, password });
  return records[0].sessionKey;
}

test('reads what somebody else renamed', (t) =>
  erply.run(t.name, async (account) => {
    account.data('products').update(1, { name: 'Renamed' });
    const sessionKey = await logIn(account);
    const { records } = await ask(account, { request: 'getProducts', sessionKey, productID: '1' });
    assert.equal(records[0].name, 'Renamed');
  }));

test('sees nothing of the test before', (t) =>
  erply.run(t.name, async (account) => {
    assert.deepEqual(erply.accounts(), []);
    await logIn(account);
    assert.deepEqual(erply.accounts(), [account.clientCode]);
  }));

if (process.env.FAILS === '1') {
  test('shows what was asked', (t) =>
    erply.run(t.name, async (account) => {
      await logIn(account);
      assert.fail('as it should');
    }));
}
