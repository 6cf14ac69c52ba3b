/** What an account holds, read with plain requests: nothing of it has passed the client. */
export interface ShopTruth {
  readonly products: readonly TrueProduct[];
  readonly warehouses: readonly { readonly warehouseID: number; readonly isOffline: boolean }[];
  /** Quantities in millionths by warehouse and product. */
  available(warehouseID: number, productID: number): number;
  onHand(warehouseID: number, productID: number): number;
  /** Whether Erply's stock has a row. */
  isStocked(warehouseID: number, productID: number): boolean;
}

export interface TrueProduct {
  readonly productID: number;
  readonly type: string;
  readonly status: string;
  readonly code: string;
  readonly code2: string;
  readonly nonStockProduct: number;
}

type Answer = { status: { errorCode: number }; records: Record<string, unknown>[] };

export async function readShopTruth(url: string, clientCode = '100001'): Promise<ShopTruth> {
  const login = await ask(url, { clientCode, request: 'verifyUser', username: 'demo', password: 'demouser' });
  const session = { clientCode, sessionKey: String(login[0]?.sessionKey) };
  const products: TrueProduct[] = [];
  for (let pageNo = 1; ; pageNo++) {
    const page = {
      request: 'getProducts',
      recordsOnPage: '1000',
      pageNo: String(pageNo),
      orderBy: 'productID',
    };
    const records = await ask(url, { ...session, ...page, orderByDir: 'asc' });
    products.push(...(records as unknown as TrueProduct[]));
    if (records.length < 1000) break;
  }
  const warehouses = (await ask(url, { ...session, request: 'getWarehouses' })).map((one) => ({
    warehouseID: Number(one.warehouseID),
    isOffline: one.isOfflineInventory === 1,
  }));
  const stock = new Map<string, { onHand: number; available: number }>();
  for (const { warehouseID } of warehouses) {
    const input = { request: 'getProductStock', warehouseID: String(warehouseID), getAmountReserved: '1' };
    for (const row of await ask(url, { ...session, ...input })) {
      stock.set(`${warehouseID} ${row.productID}`, {
        onHand: Math.round(Number(row.amountInStock) * 1e6),
        available: Math.round((Number(row.amountInStock) - Number(row.amountReserved)) * 1e6),
      });
    }
  }
  return {
    products,
    warehouses,
    available: (warehouseID, productID) => stock.get(`${warehouseID} ${productID}`)?.available ?? 0,
    onHand: (warehouseID, productID) => stock.get(`${warehouseID} ${productID}`)?.onHand ?? 0,
    isStocked: (warehouseID, productID) => stock.has(`${warehouseID} ${productID}`),
  };
}

async function ask(url: string, fields: Record<string, string>): Promise<Answer['records']> {
  const response = await fetch(`${url}/api/`, { method: 'POST', body: new URLSearchParams(fields) });
  const answer = (await response.json()) as Answer;
  if (answer.status.errorCode !== 0) throw new Error(`${fields.request}: ${answer.status.errorCode}`);
  return answer.records;
}
