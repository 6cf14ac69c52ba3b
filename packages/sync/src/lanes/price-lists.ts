import type { Page } from '@erply-kit/client';
import type { AnswerOf, calls } from '@erply-kit/schemas';

import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { recordsTotalOf } from './records-total.ts';

type PriceList = AnswerOf<typeof calls.getPriceLists>;

const name = 'priceLists';

/** Less than Erply's 100: answers come with the prices of products, and one list can have those of all. */
const pageSize = 10;

/**
 * Price lists with their rules about groups and services. The prices of products, of which a list can have many, are
 * rows of the lane `priceListProducts`.
 */
export const priceLists = defineRecordLane({
  name,
  after: [],
  deletions: { from: 'log', table: 'priceLists' },
  changes: true,
  changedTable: 'priceLists',
  pageSize,
  numberedPages: true,
  idsPerRead: pageSize,
  idOf: (list: { pricelistID: number }) => list.pricelistID,
  async *read(client, { changedSince, ids: priceListIDs, from, signal }) {
    const options = { inBulk: true, unset: 'keep', pageSize, ...omitUndefined({ from, signal }) } as const;
    for await (const page of client.getPriceLists.pages(
      omitUndefined({ changedSince, priceListIDs }),
      options,
    ))
      yield withoutProducts(page);
  },
  async count(client, { changedSince, signal }) {
    const request = client.getPriceLists.request({
      getHeadersOnly: 1,
      recordsOnPage: 1,
      ...omitUndefined({ changedSince }),
    });
    const { status } = await askInBulk(client, request, signal);
    return recordsTotalOf(status, name);
  },
});

const withoutProducts = (page: Page<PriceList>): Page<PriceList> => ({
  ...page,
  records: page.records.map(({ pricelistRules, ...list }) => ({
    ...list,
    // What is not a list is left to the sink, which puts the record aside.
    ...omitUndefined({
      pricelistRules: Array.isArray(pricelistRules)
        ? pricelistRules.filter(({ type }) => type !== 'PRODUCT')
        : pricelistRules,
    }),
  })),
});
