import type { Random } from '@erply-kit/tooling/property';

import { type ClassicApi, type ClassicRequest, logIn } from '../demo/classic-api.ts';
import { demoAccount } from '../demo/demo-account.ts';
import { pageSize, readShop } from '../demo/shop.ts';
import type { ShopRecords } from '../demo/shop-records.ts';
import { type Fake, startFake } from '../demo/start-fake.ts';
import { type AskedRecords, readAskedRecords } from './read-asked-records.ts';

const daySeconds = 86_400;
const documents = 300;

/** A shop that other people work in: by the classic API, and by the control API as their back office. */
export interface LivingShop extends AsyncDisposable {
  readonly fake: Fake;
  /** Lets so many things happen, one after another. */
  change(count: number): Promise<void>;
  /** Moves the shop's clock on by up to ten minutes. */
  letTimePass(): Promise<void>;
  /** Everything that is in it, read with plain requests. */
  read(): Promise<ShopRecords>;
  /** Its people and documents, likewise. */
  readAsked(): Promise<AskedRecords>;
}

/** Starts a fake of its own. Its clock is a day behind ours, so that it may be moved on and is never ahead. */
export async function openLivingShop(productCount: number, random: Random): Promise<LivingShop> {
  const now = Math.floor(Date.now() / 1000) - daySeconds;
  const options = { products: productCount, documents, warehouses: 3, quota: 1e9, now };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const fake = await startFake(demoAccount.clientCode, args);
  const connect = () => logIn({ url: fake.url, ...demoAccount });
  const known = await readShop(await connect(), productCount);
  const { customers } = await readAskedRecords(await connect());
  // Pages are small for all but ourselves, so that a run has many moments.
  const setPages = (getProductsMax: number) => fake.control('PUT', '/config', { set: { getProductsMax } });
  const smallPages = Math.ceil(productCount / 40);
  await setPages(smallPages);
  const shop = {
    fake,
    api: await connect(),
    random,
    ...idsOf(known),
    people: [...(customers?.keys() ?? [])].map(Number),
    ownGroups: [],
    ownBrands: [],
    added: 0,
  };
  return {
    fake,
    async change(count) {
      for (let done = 0; done < count; done++) await random.pick(changes)(shop);
    },
    async letTimePass() {
      await fake.control('POST', '/clock/advance', { seconds: random.whole(0, 600) });
      // The session does not live as long as the trial.
      shop.api = await connect();
    },
    async read() {
      const { tables } = await fake.control<{ tables: { products: number } }>('GET', '');
      await setPages(pageSize);
      const records = await readShop(await connect(), tables.products);
      await setPages(smallPages);
      return records;
    },
    readAsked: async () => readAskedRecords(await connect()),
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}

interface Shop {
  readonly fake: Fake;
  api: ClassicApi;
  readonly random: Random;
  /** Products that are still there, as far as we know. */
  readonly products: number[];
  /** Those of them that can have stock. */
  readonly goods: number[];
  readonly warehouses: readonly number[];
  readonly people: readonly number[];
  /** Groups without products: a product keeps the name of its group as it was when the product was read. */
  readonly ownGroups: number[];
  /** Brands without products, for the same reason. */
  readonly ownBrands: number[];
  added: number;
}

function idsOf({ products, warehouses }: ShopRecords): Pick<Shop, 'products' | 'goods' | 'warehouses'> {
  const all = [...products.values()];
  const ids = (records: typeof all) => records.map(({ productID }) => Number(productID));
  return {
    products: ids(all),
    goods: ids(all.filter(({ type, nonStockProduct }) => type === 'PRODUCT' && nonStockProduct === 0)),
    warehouses: [...warehouses.values()].map(({ warehouseID }) => Number(warehouseID)),
  };
}

type Change = (shop: Shop) => Promise<unknown>;

const someOf = (ids: readonly number[], random: Random) => ids[random.whole(0, ids.length - 1)] ?? 1;

/** Saves several products in one request. */
const saveSome =
  (values: (random: Random) => Omit<ClassicRequest, 'requestName'>): Change =>
  ({ api, random, products }) =>
    api.bulk(
      Array.from({ length: random.whole(1, 5) }, () => ({
        requestName: 'saveProduct',
        productID: someOf(products, random),
        ...values(random),
      })),
    );

const rename = saveSome((random) => ({ name: `Renamed ${random.whole(0, 1e9)}` }));
const price = saveSome((random) => ({ netPrice: random.whole(1, 99_999) / 100 }));
const archive = saveSome((random) => ({ status: random.pick(['ARCHIVED', 'ACTIVE']) }));

const add: Change = async (shop) => {
  const name = `Added ${++shop.added}`;
  const input = { requestName: 'saveProduct', name, code: `ADD-${shop.added}`, groupID: 1, netPrice: 5 };
  const [[saved] = []] = await shop.api.bulk([input]);
  shop.products.push(Number(saved?.productID));
  shop.goods.push(Number(saved?.productID));
};

const remove: Change = async ({ fake, random, products, goods }) => {
  // Fewer than would look like a mistake, so that nobody has to confirm them.
  if (random.whole(0, 3) > 0) return;
  const [id = 0] = products.splice(random.whole(0, products.length - 1), 1);
  if (goods.includes(id)) goods.splice(goods.indexOf(id), 1);
  await fake.control('DELETE', `/data/products/${id}`);
};

const receive: Change = ({ api, random, goods, warehouses }) =>
  api.bulk([
    {
      requestName: 'saveInventoryRegistration',
      warehouseID: someOf(warehouses, random),
      productID1: someOf(goods, random),
      amount1: random.whole(1, 40),
      price1: 2,
      productID2: someOf(goods, random),
      amount2: random.whole(1, 40) / 8,
      price2: 1,
    },
  ]);

const sell: Change = ({ fake, random, goods, warehouses }) =>
  fake.control('POST', '/data/stockMovements', {
    productID: someOf(goods, random),
    warehouseID: someOf(warehouses, random),
    amount: -random.whole(1, 80) / 4,
  });

const regroup: Change = async ({ fake, random, ownGroups }) => {
  const name = `Group ${random.whole(0, 1e9)}`;
  const id = ownGroups.pop();
  if (id === undefined || random.whole(0, 2) === 0) {
    const group = await fake.control<{ id: number }>('POST', '/data/productGroups', { name });
    ownGroups.push(group.id, ...(id === undefined ? [] : [id]));
  } else if (random.whole(0, 1) === 0) await fake.control('DELETE', `/data/productGroups/${id}`);
  else await fake.control('PUT', `/data/productGroups/${id}`, { name });
};

/** None is deleted: a copy learns of that a day later. */
const rebrand: Change = async ({ fake, random, ownBrands }) => {
  const name = `Brand ${random.whole(0, 1e9)}`;
  if (ownBrands.length > 20)
    return fake.control('PUT', `/data/brands/${someOf(ownBrands, random)}`, { name });
  const brand = await fake.control<{ id: number }>('POST', '/data/brands', { name });
  return ownBrands.push(brand.id);
};

const marry: Change = ({ fake, random, people }) =>
  fake.control('PUT', `/data/customers/${someOf(people, random)}`, {
    lastName: `Married ${random.whole(0, 1e9)}`,
  });

const bookSale: Change = ({ fake, random, people }) =>
  fake.control('POST', '/data/salesDocuments', {
    ...{ type: 'CASHINVOICE', number: String(random.whole(1e6, 1e9)), date: '2026-03-01', confirmed: 1 },
    ...{ clientID: someOf(people, random), warehouseID: 1, total: random.whole(1, 9999) / 100, rows: [] },
  });

const pay: Change = ({ fake, random, people }) =>
  fake.control('POST', '/data/payments', {
    ...{ documentID: random.whole(1, documents), customerID: someOf(people, random), type: 'CARD' },
    ...{ date: '2026-03-01', sum: random.whole(1, 9999) / 100 },
  });

const changes = [
  rename,
  price,
  archive,
  add,
  remove,
  receive,
  sell,
  sell,
  regroup,
  rebrand,
  marry,
  bookSale,
  pay,
] as const;
