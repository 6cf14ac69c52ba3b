import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

import { askPage, logIn, pageRequest } from '../api.ts';

const recordsPerRequest = 1000;
const recordsOnPage = 100;

/** Full product records as the fake answers them, in the order of its pages, one line of JSON each. */
export interface Products {
  readonly file: string;
  /** The product that each page of 100 begins with. */
  readonly firstIDs: readonly number[];
}

interface ProductRecord {
  readonly productID: number;
}

/** The `id` is what json-server knows a record by; all peers get the same records. */
const lineOf = (record: ProductRecord) => `${JSON.stringify({ id: String(record.productID), ...record })}\n`;

/** Reads so many products from our fake at this address and writes them to a file of the folder. */
export async function writeProducts(url: string, records: number, folder: string): Promise<Products> {
  const request = pageRequest(await logIn(url), recordsPerRequest);
  const file = join(folder, 'products.ndjson');
  const firstIDs: number[] = [];
  async function* lines() {
    for (let pageNo = 1; pageNo <= records / recordsPerRequest; pageNo++) {
      const { text } = await askPage(url, request, pageNo);
      const page: readonly ProductRecord[] = JSON.parse(text).records;
      if (page.length !== recordsPerRequest) throw new Error(`page ${pageNo} has ${page.length} records`);
      firstIDs.push(...page.filter((_, place) => place % recordsOnPage === 0).map((one) => one.productID));
      yield page.map(lineOf).join('');
    }
  }
  await pipeline(lines, createWriteStream(file));
  return { file, firstIDs };
}

/** The text of a JSON array of the first so many products, in pieces. */
export async function* arrayOf(products: Products, records: number): AsyncGenerator<string> {
  const lines = createInterface({ input: createReadStream(products.file) });
  let count = 0;
  for await (const line of lines) {
    yield `${count === 0 ? '[' : ','}${line}`;
    count += 1;
    if (count === records) break;
  }
  if (count !== records) throw new Error(`there are ${count} products, not ${records}`);
  yield ']';
}

/** Writes `{ "products": [...] }` beside the products, once for each number of them, and answers its path. */
export async function writeState(products: Products, records: number): Promise<string> {
  const file = `${products.file}.${records}.json`;
  async function* text() {
    yield '{"products":';
    yield* arrayOf(products, records);
    yield '}';
  }
  await pipeline(text, createWriteStream(file));
  return file;
}
