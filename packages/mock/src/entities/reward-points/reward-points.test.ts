import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

async function asker(mock = frozenMock()) {
  let session = await loggedIn(mock);
  const call = (request: string, fields: Fields = {}) => session.call(request, fields);
  /** Sessions end, so there is a new one after it. */
  const wait = async (seconds: number) => {
    mock.clock.advance(seconds);
    session = await loggedIn(mock);
  };
  const one = async (request: string, fields: Fields): Promise<any> =>
    (await call(request, fields)).records?.[0];
  const add = (points: number, fields: Fields = {}) =>
    one('addCustomerRewardPoints', { customerID: 1002, points, ...fields });
  const subtract = (points: number, fields: Fields = {}) =>
    one('subtractCustomerRewardPoints', { customerID: 1002, points, ...fields });
  const balance = async (customerID = 1002) => (await one('getCustomerRewardPoints', { customerID })).points;
  const earned = async (fields: Fields = { customerID: 1002 }): Promise<any[]> =>
    (await call('getEarnedRewardPointRecords', fields)).records;
  const used = async (fields: Fields = { customerID: 1002 }): Promise<any[]> =>
    (await call('getUsedRewardPointRecords', fields)).records;
  return { mock, call, wait, add, subtract, balance, earned, used };
}

const hour = 3600;

describe('reward points', () => {
  it('are given, spent and written down', async () => {
    const { mock, add, subtract, balance, earned, used } = await asker();
    expect(await balance()).toBe(0);
    const invoiceID = mock
      .account('100001')
      .data('salesDocuments')
      .insert({ number: '77', clientID: 1002, rows: [] });
    const facts = { pointOfSaleID: 2, employeeID: 1, description: 'Sorry', invoiceID };
    const given = await add(10, { ...facts, expiryUnixTime: start + hour });
    expect(given).toEqual({
      ...{ transactionID: 25, customerID: 1002, points: 10 },
      ...{ createdUnixTime: start, expiryUnixTime: start + hour },
    });
    const spending = { campaignID: 7, warehouseID: 1, salepointID: 2, salespersonID: 1, description: 'x' };
    expect(await subtract(4, spending)).toEqual({
      ...{ transactionID: 7, customerID: 1002, remainingPoints: 6, subtractedPoints: 4 },
    });
    expect(await balance()).toBe(6);
    const names = { pointOfSaleName: 'Register 2', employeeName: 'Demo User' };
    expect(await earned()).toMatchObject([
      { ...facts, ...names, invoiceNo: '77', earnedPoints: 10, remainingPoints: 6 },
    ]);
    expect(await used()).toMatchObject([
      {
        ...{ usedPoints: 4, campaignID: 7, warehouseID: 1, pointOfSaleID: 2, employeeID: 1 },
        ...names,
        ...{ createdUnixTime: start, description: 'x', issuedCouponID: 0, invoiceID: 0 },
      },
    ]);
  });

  it('are spent the oldest first, and not after they have expired', async () => {
    const { wait, add, subtract, balance, earned } = await asker();
    await add(5, { createdUnixTime: start - 10 });
    await add(5, { createdUnixTime: start - 30, expiryUnixTime: start + hour });
    await add(5, { createdUnixTime: start - 20 });
    await subtract(7);
    const left = async () => (await earned()).map(({ remainingPoints }) => remainingPoints);
    expect(await left()).toEqual([5, 0, 3]);
    await add(4, { expiryUnixTime: start + hour });
    expect(await balance()).toBe(12);
    await wait(hour);
    expect(await balance()).toBe(8);
    expect((await subtract(8)).remainingPoints).toBe(0);
    expect(await left()).toEqual([0, 0, 0, 4]);
  });

  it('may be parts of a point, without binary noise', async () => {
    const { add, subtract, balance } = await asker();
    await add(0.1);
    await add(0.2);
    expect(await balance()).toBe(0.3);
    expect((await subtract(0.3)).remainingPoints).toBe(0);
  });

  it.each([
    ['addCustomerRewardPoints', { points: 1 }, 1010, 'customerID'],
    ['addCustomerRewardPoints', { customerID: 1002 }, 1010, 'points'],
    ['addCustomerRewardPoints', { customerID: 5, points: 1 }, 1011, 'customerID'],
    ['addCustomerRewardPoints', { customerID: 1002, points: 0 }, 1016, 'points'],
    ['addCustomerRewardPoints', { customerID: 1002, points: -5 }, 1016, 'points'],
    ['addCustomerRewardPoints', { customerID: 1002, points: 1e-9 }, 1016, 'points'],
    ['addCustomerRewardPoints', { customerID: 1002, points: 1, pointOfSaleID: 99 }, 1011, 'pointOfSaleID'],
    ['addCustomerRewardPoints', { customerID: 1002, points: 1, employeeID: 99 }, 1011, 'employeeID'],
    ['addCustomerRewardPoints', { customerID: 1002, points: 1, invoiceID: 99_999 }, 1011, 'invoiceID'],
    ['subtractCustomerRewardPoints', { customerID: 1003, points: 1, invoiceID: 99_999 }, 1011, 'invoiceID'],
    ['subtractCustomerRewardPoints', { customerID: 1003, points: 1, salepointID: 99 }, 1011, 'salepointID'],
    [
      'subtractCustomerRewardPoints',
      { customerID: 1003, points: 1, salespersonID: 99 },
      1011,
      'salespersonID',
    ],
    ['addCustomerRewardPoints', { customerID: 1002, points: 1e308 }, 1016, 'points'],
    ['subtractCustomerRewardPoints', { customerID: 1002, points: 1e308 }, 1016, 'points'],
    ['subtractCustomerRewardPoints', { customerID: 1002, points: 1 }, 1042, 'points'],
    ['subtractCustomerRewardPoints', { customerID: 1002, points: -1 }, 1016, 'points'],
    ['subtractCustomerRewardPoints', { customerID: 5, points: 1 }, 1011, 'customerID'],
    ['subtractCustomerRewardPoints', { customerID: 1003, points: 1, campaignID: 99 }, 1011, 'campaignID'],
    ['subtractCustomerRewardPoints', { customerID: 1003, points: 1, warehouseID: 99 }, 1011, 'warehouseID'],
    [
      'subtractCustomerRewardPoints',
      { customerID: 1003, points: 1, issuedCouponID: 99 },
      1011,
      'issuedCouponID',
    ],
    ['getCustomerRewardPoints', {}, 1010, 'customerID'],
    ['getCustomerRewardPoints', { customerID: 5 }, 1011, 'customerID'],
  ])('%s refuses %o', async (request, fields, errorCode, errorField) => {
    const { call } = await asker();
    expect((await call(request, fields as never)).status).toMatchObject({ errorCode, errorField });
  });

  it('that are too few are left as they are', async () => {
    const { call, add, balance, used } = await asker();
    await add(5);
    const { status } = await call('subtractCustomerRewardPoints', { customerID: 1002, points: 5.01 });
    expect(status.errorCode).toBe(1042);
    expect([await balance(), await used()]).toEqual([5, []]);
  });

  it('are not given to a customer who collects none, and stay to be spent', async () => {
    const { mock, call, add, subtract } = await asker();
    await add(5);
    mock.account('100001').data('customers').update(1002, { rewardPointsDisabled: 1 });
    const { status } = await call('addCustomerRewardPoints', { customerID: 1002, points: 1 });
    expect(status).toMatchObject({ errorCode: 1072, errorField: 'customerID' });
    expect((await subtract(5)).remainingPoints).toBe(0);
  });

  it('are found by customer, sale and time, in the order that is asked for', async () => {
    const { earned, used, call } = await asker();
    const all = await earned({});
    const expected = (test: (record: any) => boolean) => all.filter(test);
    const at = all[2].createdUnixTime;
    expect(await earned({ customerIDs: '1003,1004' })).toEqual(all.slice(0, 4));
    expect(await earned({ createdUnixTimeFrom: at })).toEqual(expected((r) => r.createdUnixTime >= at));
    expect(await earned({ createdUnixTimeTo: at })).toEqual(expected((r) => r.createdUnixTime <= at));
    expect(await earned({ invoiceID: 5 })).toEqual([]);
    const byTime = all.toSorted((one, other) => other.createdUnixTime - one.createdUnixTime);
    expect(await earned({ orderBy: 'createdUnixTime', orderByDir: 'desc' })).toEqual(byTime);
    expect((await used({ customerIDs: '1003,1004' })).map((record) => record.transactionID)).toEqual([1, 2]);
    expect(all[0].customerCardNumber).toMatch(/^9/);
    expect((await call('getEarnedRewardPointRecords', { customerID: 1003 })).records).toHaveLength(2);
  });

  it('are not there without their module, and have no texts and coupons without that of extras', async () => {
    const mock = frozenMock();
    const { call, earned, used } = await asker(mock);
    mock.account('100001').setConfig({ modules: { rewardPointExtras: false } });
    expect(Object.keys((await earned({}))[0])).not.toContain('description');
    expect(Object.keys((await used({}))[0])).not.toContain('issuedCouponID');
    mock.account('100001').setConfig({ modules: { rewardPoints: false } });
    const names = ['getCustomerRewardPoints', 'addCustomerRewardPoints', 'subtractCustomerRewardPoints'];
    for (const name of [...names, 'getEarnedRewardPointRecords', 'getUsedRewardPointRecords'])
      expect([name, (await call(name)).status.errorCode]).toEqual([name, 1006]);
  });

  it('go with their customer', async () => {
    const mock = frozenMock();
    const { earned, used } = await asker(mock);
    mock.account('100001').data('customers').remove(1003);
    expect([await earned({ customerID: 1003 }), await used({ customerID: 1003 })]).toEqual([[], []]);
  });
});

interface Lot {
  points: number;
  readonly expiry: number;
}

/** A ledger as plain as can be: lots in the order of their time, in hundredths of a point. */
class PlainLedger {
  now = start;
  readonly #lots: Lot[] = [];

  add(points: number, expiry: number): void {
    this.#lots.push({ points, expiry });
  }

  get balance(): number {
    return this.#open().reduce((sum, { points }) => sum + points, 0);
  }

  subtract(points: number): boolean {
    if (this.balance < points) return false;
    let due = points;
    for (const lot of this.#open()) {
      const taken = Math.min(due, lot.points);
      lot.points -= taken;
      due -= taken;
    }
    return true;
  }

  #open(): Lot[] {
    return this.#lots.filter(({ expiry }) => expiry === 0 || expiry > this.now);
  }
}

/** What somebody does with points, in hundredths, or how many hours pass. */
type Step =
  | { readonly kind: 'add'; readonly points: number; readonly lastsHours: number }
  | { readonly kind: 'subtract'; readonly points: number }
  | { readonly kind: 'wait'; readonly hours: number };

function stepsOf(random: Random): Step[] {
  return Array.from({ length: 30 }, (): Step => {
    const kind = random.pick(['add', 'subtract', 'wait'] as const);
    if (kind === 'wait') return { kind, hours: random.whole(1, 3) };
    const points = random.whole(1, 2000);
    return kind === 'subtract' ? { kind, points } : { kind, points, lastsHours: random.whole(0, 5) };
  });
}

/** Adds, spends and waits; every balance is that of the plain ledger. Answers all that was answered. */
async function live(steps: readonly Step[]): Promise<unknown[]> {
  const { call, wait, balance } = await asker(frozenMock({ quota: 1e9 }));
  const plain = new PlainLedger();
  const answers: unknown[] = [];
  for (const step of steps) {
    if (step.kind === 'wait') {
      await wait(step.hours * hour);
      plain.now += step.hours * hour;
    } else if (step.kind === 'add') {
      const expiryUnixTime = step.lastsHours === 0 ? 0 : plain.now + step.lastsHours * hour;
      const given = { customerID: 1002, points: step.points / 100, expiryUnixTime };
      answers.push(await call('addCustomerRewardPoints', given));
      plain.add(step.points, expiryUnixTime);
    } else {
      const spent = { customerID: 1002, points: step.points / 100 };
      const answer = await call('subtractCustomerRewardPoints', spent);
      answers.push(answer);
      expect(answer.status.errorCode).toBe(plain.subtract(step.points) ? 0 : 1042);
    }
    const points = await balance();
    expect(points).toBe(plain.balance / 100);
    expect(points).toBeGreaterThanOrEqual(0);
  }
  return answers;
}

describe('a life of adding, spending and expiring', () => {
  it('keeps every balance what a plain ledger says, never below zero, and is the same a second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const steps = stepsOf(randomOf(gen));
        expect(await live(steps)).toEqual(await live(steps));
      }),
      propertyRun(3),
    );
  });
});
