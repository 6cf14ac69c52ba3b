import { createMock } from '../../src/index.ts';
import { loggedIn } from '../ask.ts';

/** Noon of a day after all that the shop's own history has. */
export const noon = Date.parse('2027-09-14T12:00:00Z') / 1000;

/** Days that documents are dated on: the last of them is the day on which a sequence begins. */
export const days = ['2027-09-12', '2027-09-13', '2027-09-14'] as const;

export const warehouses = [1, 2] as const;

/** Tax rates of the shop by their IDs, in percent. */
export const rates: Readonly<Record<number, number>> = { 1: 24, 4: 9, 5: 0 };

/** Goods with stock of their own, in whole pieces, of which nothing is there when a sequence begins. */
export interface NaiveShop {
  readonly mock: ReturnType<typeof createMock>;
  readonly session: Awaited<ReturnType<typeof loggedIn>>;
  /** Plain products, then an assembly: all have stock of their own. */
  readonly stocked: readonly number[];
  /** What one of a bundle draws, by its product. */
  readonly bundles: ReadonlyMap<number, readonly { readonly productID: number; readonly amount: number }[]>;
  readonly nonStock: number;
  /** All of them, in the order in which rows choose. */
  readonly products: readonly number[];
  readonly customers: readonly number[];
  readonly supplierID: number;
  /** `price_decimals` of the account. */
  readonly priceDecimals: number;
}

export const code = '100001';
export const beginning = 'beginning';

/** A shop with a few products, customers and a supplier of its own, kept as a snapshot that each sequence begins with. */
export async function createNaiveShop(): Promise<NaiveShop> {
  const mock = createMock({
    ...{ products: 3, customers: 2, warehouses: warehouses.length, quota: 1e9, journal: 'off' },
    ...{ now: noon, frozen: true, realTime: () => noon * 1000 },
  });
  mock.account(code).clock.set({ now: noon, frozen: true });
  const session = await loggedIn(mock, code);
  const save = async (request: string, key: string, fields: Record<string, string | number>) => {
    const { status, records } = await session.call(request, fields);
    if (status.errorCode !== 0) throw new Error(`${request}: ${JSON.stringify(status)}`);
    return Number(records[0][key]);
  };
  const product = (name: string, fields = {}) =>
    save('saveProduct', 'productID', { groupID: 1, name, vatrateID: 1, netPrice: 10, ...fields });
  const one = await product('Cup');
  const other = await product('Plate');
  const recipe = {
    componentProductID1: one,
    componentAmount1: 2,
    componentProductID2: other,
    componentAmount2: 1,
  };
  const assembly = await product('Made set', { type: 'ASSEMBLY', ...recipe });
  const bundle = await product('Set', { type: 'BUNDLE', ...recipe });
  const nonStock = await product('Wrapping', { nonStockProduct: 1 });
  const customer = (fullName: string) => save('saveCustomer', 'customerID', { companyName: fullName });
  const customers = [await customer('North Ltd'), await customer('South Ltd')];
  const supplierID = await save('saveSupplier', 'supplierID', { companyName: 'Pottery Ltd' });
  const priceDecimals = Number((await session.call('getConfParameters')).records[0].price_decimals);
  mock.account(code).snapshot(beginning);
  const components = [
    { productID: one, amount: 2 },
    { productID: other, amount: 1 },
  ];
  const stocked = [one, other, assembly];
  const products = [...stocked, bundle, nonStock];
  const bundles = new Map([[bundle, components]]);
  return { mock, session, stocked, bundles, nonStock, products, customers, supplierID, priceDecimals };
}
