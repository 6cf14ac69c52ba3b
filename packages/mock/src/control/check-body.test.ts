import { describe, expect, it } from 'vitest';

import { frozenMock } from '../../test/ask.ts';

const secret = 'CANARY-SECRET-7f3a';

async function send(method: string, path: string, body: string) {
  const mock = frozenMock();
  const headers = { 'content-type': 'application/json', host: 'localhost' };
  const response = await mock.app.request(`/_mock${path}`, { method, body, headers });
  const text = await response.text();
  return { status: response.status, ...JSON.parse(text), text, accounts: mock.accounts() };
}

const account = '/accounts/a';

/** Every body of the control API: its route, a body that it takes, and what it says about a field that it does not have. */
const bodies = [
  ['PUT', '/clock', { frozen: true }, 'a clock has no'],
  ['PUT', `${account}/clock`, { frozen: true }, 'a clock has no'],
  ['POST', '/clock/advance', { seconds: 1 }, 'an advance has no'],
  ['POST', `${account}/clock/advance`, { by: '1s' }, 'an advance has no'],
  ['POST', `${account}/reset`, { what: ['data'] }, 'a reset has no'],
  ['PUT', `${account}/config`, { maintenance: true }, 'there is no setting'],
  ['PUT', `${account}/quota`, { limit: 1 }, 'a quota has no'],
  ['POST', `${account}/faults`, { effect: { errorCode: 1002 } }, 'a fault has no'],
  ['PUT', `${account}/chaos`, { seed: 1, percent: { emptyBody: 1 } }, 'chaos has no'],
  ['POST', `${account}/data/users`, { userName: 'anna' }, 'users: there is no field'],
  ['PUT', `${account}/data/users/1`, { groupID: 2 }, 'users: there is no field'],
  ['POST', `${account}/data/brands`, { name: 'New' }, 'brands have no field'],
  ['PUT', `${account}/data/brands/1`, { name: 'New' }, 'brands have no field'],
  [
    'POST',
    `${account}/data/stockMovements`,
    { productID: 1, warehouseID: 1, amount: 1 },
    'a stock movement has no',
  ],
] as const;

describe('a field that a body does not have', () => {
  it.each(bodies)('is refused by name and not by value: %s %s %j', async (method, path, body, claim) => {
    expect((await send(method, path, JSON.stringify(body))).status).toBeLessThan(300);
    for (const name of ['frobnicate', '__proto__', 'constructor', 'a\nb']) {
      const wrong = `{"${name.replace('\n', '\\n')}":"${secret}",${JSON.stringify(body).slice(1)}`;
      const { status, error, text, accounts } = await send(method, path, wrong);
      expect([status, error]).toEqual([
        400,
        expect.stringContaining(`${claim} ${JSON.stringify(name)}; there are: `),
      ]);
      expect(error).not.toContain('\n');
      expect(text).not.toContain(secret);
      expect(accounts).toEqual([]);
    }
  });

  it.each([
    ['PUT', '/clock', { frosen: true }, 'a clock has no "frosen"; did you mean frozen?'],
    ['POST', '/clock/advance', { secnds: 1 }, 'an advance has no "secnds"; did you mean seconds?'],
    ['POST', `${account}/reset`, { waht: [] }, 'a reset has no "waht"; did you mean what?'],
    ['PUT', `${account}/config`, { modlues: {} }, 'there is no setting "modlues"; did you mean modules?'],
    ['PUT', `${account}/quota`, { limt: 1 }, 'a quota has no "limt"; did you mean limit?'],
    [
      'POST',
      `${account}/data/users`,
      { userNmae: 'x' },
      'users: there is no field "userNmae"; did you mean userName?',
    ],
    [
      'POST',
      `${account}/data/users`,
      { userName: 'x', rights: { veiw: true } },
      'users: rights: there is no field "veiw"; did you mean view?',
    ],
    ['POST', `${account}/data/products`, { nmae: 'x' }, 'products have no field "nmae"; did you mean name?'],
    [
      'POST',
      `${account}/data/stockMovements`,
      { prodctID: 1 },
      'a stock movement has no "prodctID"; did you mean productID?',
    ],
  ])('comes with what was probably meant: %s %s %j', async (method, path, body, error) => {
    expect(await send(method, path, JSON.stringify(body))).toMatchObject({ status: 400, error });
  });

  it('stands in a list of a hundred only where that helps: a product has too many', async () => {
    const { error } = await send('POST', `${account}/data/products`, '{"frobnicate":1}');
    expect(error).toBe('products have no field "frobnicate"');
  });
});

describe('a field of a wrong type', () => {
  const unitsText = 'a number of units, 0 or more';
  const number = 'a number of at most 1000000000000';
  const movement = { productID: 1, warehouseID: 1, amount: 1 };
  it.each([
    ['PUT', '/clock', { now: true }, 'now needs Unix seconds or an ISO time'],
    ['PUT', '/clock', { now: secret }, 'now is not a time: give Unix seconds or ISO 8601'],
    ['PUT', '/clock', { frozen: secret }, 'frozen needs true or false'],
    ['POST', '/clock/advance', { seconds: [secret] }, 'seconds needs a number, as 90'],
    ['POST', '/clock/advance', { by: false }, 'by needs a span of time'],
    ['POST', '/clock/advance', { by: secret }, 'by needs a span of time'],
    ['POST', `${account}/reset`, { what: secret }, 'what needs a list, as ["data"]'],
    ['POST', `${account}/reset`, { what: null }, 'what needs a list, as ["data"]'],
    [
      'POST',
      `${account}/reset`,
      { what: ['data', secret] },
      'what.1 needs one of data, sessions, quota, journal, faults, clock',
    ],
    ['PUT', `${account}/config`, { maintenance: secret }, 'maintenance needs true or false'],
    ['PUT', `${account}/config`, { modules: [] }, 'modules needs an object, as {"salon": false}'],
    ['PUT', `${account}/config`, { modules: { salon: secret } }, 'modules.salon needs true or false'],
    ['PUT', `${account}/config`, { modules: null }, 'modules needs an object'],
    ['PUT', `${account}/config`, { set: secret }, 'set needs an object of switches'],
    ['PUT', `${account}/config`, { set: { errorBody: secret } }, 'errorBody: not one of auto, A, B, C'],
    ['PUT', `${account}/quota`, { limit: secret }, `limit needs ${unitsText}`],
    ['PUT', `${account}/quota`, { used: -1 }, `used needs ${unitsText}`],
    ['PUT', `${account}/quota`, { used: null }, `used needs ${unitsText}`],
    ['POST', `${account}/data/users`, { userName: [secret] }, 'users: userName needs a text'],
    ['POST', `${account}/data/users`, { userName: '' }, 'users: userName needs a text that is not empty'],
    ['PUT', `${account}/data/users/1`, { password: { secret } }, 'users: password needs a text'],
    ['PUT', `${account}/data/users/1`, { cardCode: 471147 }, 'users: cardCode needs a text'],
    ['PUT', `${account}/data/users/1`, { employeeID: -1 }, 'users: employeeID needs a whole number of 0'],
    ['PUT', `${account}/data/users/1`, { employeeName: 1 }, 'users: employeeName needs a text'],
    ['PUT', `${account}/data/users/1`, { groupID: secret }, 'users: groupID needs a whole number of 1'],
    ['PUT', `${account}/data/users/1`, { groupName: null }, 'users: groupName needs a text'],
    ['PUT', `${account}/data/users/1`, { apiAccess: secret }, 'users: apiAccess needs true or false'],
    ['PUT', `${account}/data/users/1`, { rights: secret }, 'users: rights needs an object with view, add'],
    ['PUT', `${account}/data/users/1`, { rights: { view: secret } }, 'users: rights.view needs true, false'],
    ['PUT', `${account}/data/users/1`, { warehouseIDs: secret }, 'users: warehouseIDs needs a list'],
    ['PUT', `${account}/data/users/1`, { warehouseIDs: [1, secret] }, 'users: warehouseIDs.1 needs a whole'],
    ['POST', `${account}/data/products`, { price: secret }, 'products: price is not a number'],
    ['POST', `${account}/data/stockMovements`, { ...movement, productID: 1.5 }, 'productID needs a whole'],
    ['POST', `${account}/data/stockMovements`, { ...movement, warehouseID: secret }, 'warehouseID needs a'],
    ['POST', `${account}/data/stockMovements`, { ...movement, amount: secret }, `amount needs ${number}`],
    ['POST', `${account}/data/stockMovements`, { ...movement, amount: 1e13 }, `amount needs ${number}`],
    ['POST', `${account}/data/stockMovements`, { ...movement, cost: null }, `cost needs ${number}`],
  ])('is refused with what it needs: %s %s %j', async (method, path, body, problem) => {
    const { status, error, text, accounts } = await send(method, path, JSON.stringify(body));
    expect([status, error.slice(0, problem.length)]).toEqual([400, problem]);
    expect(text).not.toContain(secret);
    expect(accounts).toEqual([]);
  });

  it('is not taken for the name of a module, whatever it is called', async () => {
    const { status, error } = await send('PUT', `${account}/config`, '{"modules":{"__proto__":false}}');
    expect([status, error]).toEqual([400, expect.stringContaining('no module or call "__proto__"')]);
  });
});

describe('a field that is needed and not there', () => {
  it.each([
    ['POST', '/clock/advance', {}, 'give {"seconds": 90} or {"by": "1m30s"}'],
    ['POST', `${account}/data/users`, {}, 'users: userName is needed: a text that is not empty'],
    ['POST', `${account}/data/stockMovements`, {}, 'productID is needed: a whole number'],
    ['POST', `${account}/data/stockMovements`, { productID: 1 }, 'warehouseID is needed: a whole number'],
    [
      'POST',
      `${account}/data/stockMovements`,
      { productID: 1, warehouseID: 1 },
      'amount is needed: a number of at most 1000000000000',
    ],
  ])('is named: %s %s %j', async (method, path, body, error) => {
    expect(await send(method, path, JSON.stringify(body))).toMatchObject({ status: 400, error });
  });
});

describe('a wrong argument of a verb in process', () => {
  const account = () => frozenMock().account('a');
  it.each<[() => unknown, string]>([
    [
      () => frozenMock().clock.set({ frosen: true } as never),
      'a clock has no "frosen"; did you mean frozen?',
    ],
    [() => frozenMock().clock.set(5 as never), 'the body needs an object with now, frozen'],
    [() => frozenMock().clock.advance(undefined as never), 'by needs a span of time, as 1h30m, 45s or 2d'],
    [() => account().clock.set({ frozen: 1 } as never), 'frozen needs true or false'],
    [
      () => account().reset(['all'] as never),
      'what.0 needs one of data, sessions, quota, journal, faults, clock',
    ],
    [() => account().setConfig({ maintenance: 'on' } as never), 'maintenance needs true or false'],
    [() => account().setQuota(null as never), 'the body needs an object with limit, used'],
    [() => account().data('users').insert({ userName: 1 }), 'users: userName needs a text that is not empty'],
    [() => account().stockMovements.insert({} as never), 'productID is needed: a whole number'],
  ])('is refused as it is over HTTP: %s', (run, message) => {
    expect(run).toThrow(expect.objectContaining({ name: 'ControlError', status: 400, message }));
  });

  it('is not one that is undefined, as its type allows', () => {
    const { limit } = account().quota();
    expect(account().setQuota({ limit: undefined, used: 2 })).toMatchObject({ limit, used: 2 });
    expect(account().setConfig({ maintenance: undefined })).toEqual(account().config());
  });
});
