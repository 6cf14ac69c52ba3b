import { type Fields, frozenMock, loggedIn } from '../ask.ts';

/** A row as tests send it. */
export interface SentRow {
  readonly productID: number;
  readonly amount?: number;
  readonly price?: number;
  readonly manualDiscount?: number;
}

/** Rows as numbered parameters. */
const numbered = (rows: readonly SentRow[]): Fields =>
  Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries({ amount: 1, ...row }).map(([name, value]) => [`${name}${index + 1}`, value]),
    ),
  );

/**
 * A shop without documents, without price lists at its first locations and whose only promotions are those of the test, with three new products at net prices that have no odd cents
 * with tax: 601 for 12.40, 602 for 24.80 and 603 for 6.20.
 */
export async function cartAsker(mock = frozenMock({ documents: 0 })) {
  const { call } = await loggedIn(mock);
  const account = mock.account('100001');
  const campaigns = account.data('campaigns');
  for (const { campaignID } of campaigns.list() as { campaignID: number }[]) campaigns.remove(campaignID);
  const none = { pricelistID: 0, pricelistID2: 0, pricelistID3: 0, pricelistID4: 0, pricelistID5: 0 };
  for (const id of [1, 2]) account.data('warehouses').update(id, none);
  for (const price of [10, 20, 5]) await call('saveProduct', { groupID: 1, name: 'New', netPrice: price });
  const ask = (rows: readonly SentRow[], fields: Fields = {}) =>
    call('calculateShoppingCart', { ...numbered(rows), ...fields });
  const price = async (rows: readonly SentRow[], fields: Fields = {}): Promise<any> =>
    (await ask(rows, fields)).records[0];
  const refusal = async (rows: readonly SentRow[], fields: Fields = {}) => {
    const { status } = await ask(rows, fields);
    return [status.errorCode, status.errorField];
  };
  /** Of each row what is paid for it. */
  const rowTotals = async (rows: readonly SentRow[], fields: Fields = {}): Promise<number[]> =>
    (await price(rows, fields)).rows.map((row: { rowTotal: number }) => row.rowTotal);
  const promote = async (fields: Fields): Promise<number> => {
    const saved = await call('saveCampaign', { name: 'P', ...fields });
    if (saved.status.errorCode !== 0) throw new Error(JSON.stringify(saved.status));
    return saved.records[0].campaignID;
  };
  return { mock, account, call, price, refusal, rowTotals, promote };
}
