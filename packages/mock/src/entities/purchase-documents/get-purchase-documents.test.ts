import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** An empty shop in Estonia with products 1 to 3 and a second location, and a supplier. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const names = { supplierType: 'COMPANY', fullName: 'Main Goods', companyName: 'Main Goods' } as const;
  const supplierID = account.data('suppliers').insert({ ...names, groupID: 1 });
  for (const price of [10, 20, 30])
    account
      .data('products')
      .insert({ groupID: 1, name: `P${price}`, code: `c${price}`, price, vatrateID: 1 });
  account.data('warehouses').insert({ name: 'Second' });
  account.data('confParameters').update(1, { country: 'EE', use_purchase_waybills: 1 });
  const { call } = await loggedIn(mock);
  const save = (fields: Fields) =>
    call('savePurchaseDocument', { supplierID, no: 'S-1', currencyCode: 'EUR', ...fields });
  return { mock, account, call, save, supplierID };
}

type Shop = Awaited<ReturnType<typeof shop>>;
type Call = Shop['call'];

const one = { productID1: 1, amount1: 10, price1: 4 };

const ids = async (call: Call, fields: Fields = {}) =>
  (await call('getPurchaseDocuments', { orderByDir: 'asc', ...fields })).records.map((row: any) => row.id);

const refusal = ({ status }: { status: any }) => [status.errorCode, status.errorField];

describe('getPurchaseDocuments', () => {
  async function documents() {
    const made = await shop();
    const { account, save, mock } = made;
    const second = account.data('suppliers').insert({ fullName: 'Other', companyName: 'Other' });
    account.data('reasonCodes').insert({ name: 'Broken', purpose: 'RETURN' } as never);
    await save({ ...one, type: 'PRCORDER', date: '2026-05-01', shipDate: '2026-05-03' });
    await save({ ...one, baseDocumentIDs: 1, no: 'S-2', date: '2026-05-04', paid: 1, stateID: 3 });
    mock.clock.advance(60);
    await save({ ...one, no: 'S-3', amount1: -1, type: 'PRCRETURN', reasonID: 1, supplierID: second });
    await save({
      ...one,
      no: 'S-4',
      confirmInvoice: 0,
      warehouseID: 2,
      referenceNumber: 'R1',
      employeeID: 0,
    });
    return { ...made, second };
  }

  it.each<[Fields, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ id: 2 }, [2]],
    [{ ids: '1,3,99' }, [1, 3]],
    [{ type: 'PRCRETURN' }, [3]],
    [{ status: 'READY' }, [2, 3]],
    [{ status: 'RECEIVED,PENDING' }, [1, 4]],
    [{ stateID: 3 }, [2]],
    [{ dateFrom: '2026-05-04' }, [2, 3, 4]],
    [{ dateTo: '2026-05-04' }, [1, 2]],
    [{ confirmed: 0 }, [4]],
    [{ confirmed: 1 }, [1, 2, 3]],
    [{ paid: 1 }, [2]],
    [{ paid: 0 }, [1, 3, 4]],
    [{ number: 'S-3' }, [3]],
    [{ number: 'S' }, []],
    [{ referenceNumber: 'R1' }, [4]],
    [{ warehouseID: 2 }, [4]],
    [{ regnumber: '1' }, [1, 2, 3]],
    [{ regnumber: '2' }, [4]],
    [{ employeeID: 1 }, [1, 2, 3]],
    [{ reasonID: 1 }, [3]],
    [{ shipDateFrom: '2026-05-01' }, [1]],
    [{ shipDateTo: '2026-05-02' }, []],
    [{ changedSince: start + 60 }, [3, 4]],
    [{ orderByDir: 'desc' }, [4, 3, 2, 1]],
    [{ orderBy: 'id', recordsOnPage: 2, pageNo: 2 }, [3, 4]],
  ])('%j finds %j', async (fields, expected) => {
    const { call } = await documents();
    expect(await ids(call, fields)).toEqual(expected);
  });

  it('finds those of one supplier or several, the newest first', async () => {
    const { call, second, supplierID } = await documents();
    expect(await ids(call, { supplierID: second })).toEqual([3]);
    expect(await ids(call, { supplierIDs: `${second},${supplierID}` })).toEqual([1, 2, 3, 4]);
    const { records } = await call('getPurchaseDocuments');
    expect(records.map((row: any) => row.id)).toEqual([4, 3, 2, 1]);
  });

  it.each<[string, Fields, boolean]>([
    ['of all of several', {}, false],
    ['of one that is named', { id: 2 }, true],
    ['of one whose number is named', { number: 'S-2' }, true],
    ['of the only one that was found', { type: 'PRCRETURN' }, true],
    ['of the only one on a page of several', { recordsOnPage: 1 }, false],
    ['when they are asked for', { getRowsForAllInvoices: 1 }, true],
  ])('shows rows %s: %j %s', async (_name, fields, expected) => {
    const { call } = await documents();
    const { records } = await call('getPurchaseDocuments', fields);
    expect(records.every((row: object) => 'rows' in row)).toBe(expected);
  });

  it.each(['emailEnabled', 'eInvoiceEnabled', 'orderBy'])(
    'refuses %s, which it does not serve',
    async (input) => {
      const { call } = await documents();
      const value = input === 'orderBy' ? 'date' : 1;
      expect(refusal(await call('getPurchaseDocuments', { [input]: value }))).toEqual([1016, input]);
    },
  );
});
