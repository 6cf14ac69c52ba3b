import { type Fields, frozenMock, loggedIn } from './ask.ts';

/** Asks a fake for customers and saves them, as the demo user of account 100001. */
export async function customerAsker(mock = frozenMock()) {
  const { call } = await loggedIn(mock);
  const all = { responseMode: 'detail', mode: 'ALL', recordsOnPage: 100 };
  const find = async (fields: Fields = {}): Promise<any[]> =>
    (await call('getCustomers', { ...all, ...fields })).records;
  const one = async (customerID: number, fields: Fields = {}) => (await find({ customerID, ...fields }))[0];
  const idsOf = async (fields: Fields) =>
    (await find(fields)).map((customer) => customer.customerID as number).sort();
  const save = async (fields: Fields): Promise<number> =>
    (await call('saveCustomer', fields)).records[0].customerID;
  const refusal = async (request: string, fields: Fields = {}) => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  const account = mock.account('100001');
  const set = (fields: Record<string, unknown>) => account.data('confParameters').update(1, fields);
  return { mock, account, call, find, one, idsOf, save, refusal, set };
}
