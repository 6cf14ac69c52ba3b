import { isErplyError } from '@erply-kit/client';
import type { AnswerOf, calls, Status } from '@erply-kit/schemas';

import { askAllInBulk, askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane, type LanePage, type ReadRequest, type SyncClient } from '../lane.ts';
import type { ListPosition } from '../lane-cursor.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { SyncError } from '../sync-error.ts';
import { recordsTotalOf } from './records-total.ts';

/** The price of a product in a price list, as both of the calls below have it. */
interface PriceListProduct {
  readonly priceListProductID: number;
  readonly priceListID: number;
  readonly productID: number;
  readonly price: number;
  readonly amount?: number | undefined;
}

const name = 'priceListProducts';
const daySeconds = 86_400;
const pageSize = 1000;
const maxReads = 3;
/** The code that Erply refuses the ID of a price list with that it does not have. */
const noSuchList = 1011;

/**
 * Prices of products in price lists. In full they are read list by list; what changed is in one answer of
 * getProductPricesInPriceLists, which has no pages. The log says which rows were taken out of a list; rows that went with
 * their list or product are in no log, so a full read is due once a day.
 */
export const priceListProducts = defineRecordLane({
  name,
  after: ['priceLists', 'products'],
  deletions: { from: 'log', table: 'pricelistProducts', everySeconds: daySeconds },
  changes: true,
  pageSize,
  numberedPages: true,
  listsOf: 'priceLists',
  idOf: (row: PriceListProduct) => row.priceListProductID,
  async *read(client, request) {
    if (request.changedSince === undefined) yield* readLists(client, request);
    else yield await readChanges(client, request);
  },
  async count(client, request) {
    if (request.changedSince !== undefined)
      return { records: (await readChanges(client, request)).records.length, pages: 1 };
    const { ids } = await readListIDs(client, request);
    const requests = ids.map((priceListID) =>
      client.getProductsInPriceList.request({ priceListID, recordsOnPage: 1 }),
    );
    const answers = await askAllInBulk(client, requests, request.signal);
    const rows = answers.map(({ status }) => recordsTotalOf(status, name));
    // A full page is followed by another one, though it may be empty; the lists themselves come first.
    const pages = rows.reduce((sum, count) => sum + Math.floor(count / pageSize) + 1, 1);
    return { records: rows.reduce((sum, count) => sum + count, 0), pages };
  },
});

async function readChanges(
  client: SyncClient,
  { changedSince, signal }: ReadRequest,
): Promise<LanePage<PriceListProduct>> {
  const request = client.getProductPricesInPriceLists.request({
    active: 0,
    ...omitUndefined({ changedSince }),
  });
  const { records, status } = await askInBulk(client, request, signal);
  return {
    records: records.map(({ pricelistID: priceListID, pricelistName: _, ...row }) => ({
      ...row,
      priceListID,
    })),
    status,
  };
}

/** IDs of all price lists, in their order, so that a read can go on behind one of them. */
async function readListIDs(client: SyncClient, { signal }: ReadRequest) {
  const ids = new Set<number>();
  const options = { inBulk: true, unset: 'keep', ...omitUndefined({ signal }) } as const;
  let status: LanePage<unknown>['status'] | undefined;
  for await (const page of client.getPriceLists.pages({ getHeadersOnly: 1 }, options)) {
    status ??= page.status;
    for (const { pricelistID } of page.records) ids.add(pricelistID);
  }
  if (!status) throw new SyncError('incomplete', name, 'the price lists ended without a last page');
  return { ids: [...ids].sort((one, other) => one - other), status };
}

async function* readLists(
  client: SyncClient,
  request: ReadRequest,
): AsyncGenerator<LanePage<PriceListProduct>> {
  const { from } = request;
  const { ids, status } = await readListIDs(client, request);
  const left = ids.filter((id) => id >= (from?.list?.id ?? 0));
  let before = (from?.offset ?? 0) - (from?.list?.offset ?? 0);
  for (const [index, id] of left.entries()) {
    const nextID = left[index + 1];
    const at = from?.list?.id === id ? from.list : { id, offset: 0 };
    for await (const { records, latest, next, total } of readListThere(client, request, at)) {
      // The first answer says when the read began: it is that of the lists.
      const page = {
        records,
        status: { ...status, recordsTotal: before + total },
        ...omitUndefined({ latest }),
      };
      if (next) yield { ...page, next: { offset: before + next.offset, list: next } };
      else before += total;
      if (next) continue;
      yield nextID === undefined
        ? page
        : { ...page, next: { offset: before, list: { id: nextID, offset: 0 } } };
    }
  }
  if (left.length === 0) yield { records: [], status: { ...status, recordsTotal: before } };
}

interface ListRows {
  readonly records: PriceListProduct[];
  /** Of the answer; of a list that is gone there is none. */
  readonly latest?: Status;
  /** Rows that the list has. */
  readonly total: number;
  /** Absent on its last page. */
  readonly next?: ListPosition;
}

/** The rows of one list; none of one that is gone meanwhile. */
async function* readListThere(
  client: SyncClient,
  request: ReadRequest,
  at: ListPosition,
): AsyncGenerator<ListRows> {
  try {
    yield* readList(client, request, at);
  } catch (error) {
    if (!isErplyError(error) || error.code !== noSuchList) throw error;
    yield { records: [], total: 0 };
  }
}

/**
 * The rows of one list. Its pages have numbers, so a row that goes behind the cursor can hide another one; no log says
 * so where it went with its product. A list that has become shorter is therefore read again.
 */
async function* readList(
  client: SyncClient,
  { signal }: ReadRequest,
  at: ListPosition,
): AsyncGenerator<ListRows> {
  let from = at;
  for (let reads = 0; reads < maxReads; reads += 1) {
    let isShorter = false;
    const options = {
      inBulk: true,
      unset: 'keep',
      from: { offset: from.offset },
      ...omitUndefined({ signal }),
    } as const;
    for await (const page of client.getProductsInPriceList.pages({ priceListID: at.id }, options)) {
      const total = recordsTotalOf(page.status, name);
      isShorter = total < (from.total ?? 0);
      if (isShorter) break;
      const records = page.records.map((row) => rowOf(row, at.id));
      from = { id: at.id, offset: page.next?.offset ?? total, total };
      yield { records, latest: page.status, total, ...(page.next && { next: from }) };
    }
    if (!isShorter) return;
    from = { id: at.id, offset: 0 };
  }
  throw new SyncError(
    'incomplete',
    name,
    `rows went from a price list each of the ${maxReads} times that it was read; it starts anew`,
  );
}

/** The row without what only this call has of it. */
function rowOf(
  { priceListProductID, productID, price, amount }: AnswerOf<typeof calls.getProductsInPriceList>,
  priceListID: number,
): PriceListProduct {
  return { priceListProductID, priceListID, productID, price, ...omitUndefined({ amount }) };
}
