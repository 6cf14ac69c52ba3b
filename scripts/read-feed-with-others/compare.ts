import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** How what a tool read differs from what the feed says. */
export interface Comparison {
  readonly rows: number;
  /** Rows that are missing, too many, or differ in quantity or code. */
  readonly wrong: number;
  /** The first of them, as the feed has it. */
  readonly firstWrong: string | undefined;
}

interface FeedLine {
  readonly productID: number;
  readonly warehouseID: number;
  readonly available: number;
  readonly code: string;
  readonly code2: string;
}

/** Compares the lines that a program printed with `stock.ndjson`, row by row and code by code. */
export async function compareRows(ndjson: string, printed: string): Promise<Comparison> {
  const found = new Map<string, string>();
  let rows = 0;
  for await (const line of linesOf(printed)) {
    const [productID, warehouseID, available, ...codes] = line.split('|');
    found.set(`${productID}/${warehouseID}`, [Number(available), ...codes].join('|').toLowerCase());
    rows++;
  }
  let expected = 0;
  let wrong = 0;
  let firstWrong: string | undefined;
  for await (const line of linesOf(ndjson)) {
    const { productID, warehouseID, available, code, code2 } = JSON.parse(line) as FeedLine;
    expected++;
    if (found.get(`${productID}/${warehouseID}`) === [available, hex(code), hex(code2)].join('|')) continue;
    wrong++;
    firstWrong ??= line;
  }
  return { rows, wrong: wrong + Math.max(0, rows - expected), firstWrong };
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
}

const hex = (text: string) => Buffer.from(text).toString('hex');
