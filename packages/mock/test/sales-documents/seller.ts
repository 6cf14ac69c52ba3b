import type { MockOptions } from '../../src/index.ts';
import { control, type Fields, frozenMock, loggedIn } from '../ask.ts';

/** Numbered inputs of rows: `amount` of the first one is `amount1`. */
export const rowInputs = (rows: readonly Fields[]): Fields =>
  Object.fromEntries(
    rows.flatMap((row, index) => Object.entries(row).map(([name, value]) => [`${name}${index + 1}`, value])),
  );

/** For tests: a fake of its own, and what most of them ask it. */
export async function seller(options: MockOptions = {}) {
  // Numbers and stock begin as if the shop had sold nothing.
  const mock = frozenMock({ documents: 0, ...options });
  const { call, bulk } = await loggedIn(mock);
  const account = mock.account('100001');
  const ask = async (request: string, fields: Fields) => {
    const { status, records } = await call(request, fields);
    return { status, record: records?.[0] };
  };
  const refusal = async (fields: Fields, request = 'saveSalesDocument') => {
    const { status } = await ask(request, fields);
    return status.errorField == null ? status.errorCode : [status.errorCode, status.errorField];
  };
  /** Saves a document that has to be taken, and answers its record. */
  const save = async (fields: Fields, rows: readonly Fields[] = []) => {
    const { status, record } = await ask('saveSalesDocument', { ...fields, ...rowInputs(rows) });
    if (status.errorCode !== 0) throw new Error(`${status.errorCode} ${status.errorField}`);
    return record;
  };
  const idOf = async (fields: Fields, rows: readonly Fields[] = []) =>
    Number((await save(fields, rows)).invoiceID);
  const remove = (documentID: number) => refusal({ documentID }, 'deleteSalesDocument');
  const document = (id: number | string): any => account.data('salesDocuments').get(Number(id));
  const stockOf = async (productID: number, warehouseID = 1) => {
    const fields = {
      warehouseID,
      productIDs: productID,
      getAmountReserved: 1,
      getProductsWithReorderPointDefined: 0,
    };
    const { records } = await call('getProductStock', fields);
    const { records: reserved } = await call('getReservedStock', { warehouseID, productIDs: productID });
    return { inStock: records[0]?.amountInStock ?? 0, reserved: reserved[0]?.amountReserved ?? 0 };
  };
  const product = async (fields: Fields = {}) => {
    const { record } = await ask('saveProduct', {
      groupID: 1,
      name: 'Thing',
      netPrice: 10,
      vatrateID: 1,
      ...fields,
    });
    return Number(record.productID);
  };
  /** Registers goods, so that there is a stock of them. */
  const stockUp = (productID: number, amount: number, price = 4) =>
    call('saveInventoryRegistration', { warehouseID: 1, ...rowInputs([{ productID, amount, price }]) });
  return {
    ...{ mock, account, control: control(mock), call, bulk, ask, refusal, save, idOf, remove, document },
    ...{ stockOf, product, stockUp },
  };
}

export type Shop = Awaited<ReturnType<typeof seller>>;
