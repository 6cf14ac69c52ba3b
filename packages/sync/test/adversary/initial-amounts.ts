import type { SmallShop } from './small-shop.ts';

interface Answer {
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

let known: Map<string, number> | undefined;

/** What is in stock before anybody works in the shop, by product and warehouse, asked with plain requests. */
export async function initialAmounts({ transport }: SmallShop): Promise<ReadonlyMap<string, number>> {
  known ??= await askForAmounts(async (fields) => {
    const form = new URLSearchParams({ clientCode: '100001', ...fields }).toString();
    const { signal } = new AbortController();
    const { body } = await transport.send({ url: 'http://127.0.0.1:1/api/', form, signal });
    return JSON.parse(new TextDecoder().decode(body)) as Answer;
  });
  return known;
}

async function askForAmounts(ask: (fields: Record<string, string>) => Promise<Answer>) {
  const login = await ask({ request: 'verifyUser', username: 'demo', password: 'demouser' });
  const sessionKey = String(login.records[0]?.sessionKey);
  const amounts = new Map<string, number>();
  for (const warehouseID of ['1', '2']) {
    const { records } = await ask({ request: 'getProductStock', sessionKey, warehouseID });
    for (const { productID, amountInStock } of records)
      amounts.set(`${productID}/${warehouseID}`, Number(amountInStock));
  }
  return amounts;
}
