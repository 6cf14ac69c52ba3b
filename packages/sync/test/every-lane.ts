import { tables } from '@erply-kit/schemas';
import type { Random } from '@erply-kit/tooling/property';

import { defaultLanes } from '../src/default-lanes.ts';
import { documentLanes } from '../src/document-lanes.ts';
import type { Lane, RecordLane } from '../src/lane.ts';
import { peopleLanes } from '../src/people-lanes.ts';
import { laneFacts } from './lane-facts.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Every lane that there is. */
export const everyLane: readonly Lane[] = [...defaultLanes, ...peopleLanes, ...documentLanes];

/** Those of records. */
export const recordLanes: readonly RecordLane[] = everyLane.filter((lane) => lane.kind === 'records');

/** How the shop holds and changes what a lane copies. */
export interface ShopTable {
  /** The table of the fake. */
  readonly table: string;
  /** The field of the ID in it. */
  readonly key: string;
  /** The call that the lane reads everything by. */
  readonly call: string;
  /** Fields that show other records, that are made for each answer, or that the copy does not hold. */
  readonly repeated: readonly string[];
  /** A new record that nothing else names. */
  values(mark: string): Fields;
  /** What another user changes of it. */
  edit(mark: string): Fields;
}

const calls: Readonly<Record<string, string>> = {
  priorityGroups: 'getProductPriorityGroups',
  vatRates: 'getVatRates',
  priceListProducts: 'getProductsInPriceList',
  productPictures: 'getProducts',
  productFiles: 'getProducts',
  productPackages: 'getProducts',
};

const repeated: Readonly<Record<string, readonly string[]>> = {
  productGroups: ['subGroups'],
  customerGroups: ['subGroups'],
  products: ['productComponents', 'images'],
  priceListProducts: [
    'added',
    'forecastUnits',
    'lastModified',
    'page',
    'positionOnPage',
    'subsidy',
    'subsidyTypeID',
  ],
  productPictures: ['added', 'lastModified'],
  productFiles: ['added', 'lastModified'],
  salesDocuments: ['invoiceLink', 'receiptLink'],
  purchaseDocuments: ['invoiceLink', 'receiptLink'],
};

/** @throws Error for a lane that lane-facts.ts does not know yet: add it there. */
export function shopTableOf(lane: string): ShopTable {
  const facts = laneFacts[lane];
  if (!facts) throw new Error(`lane-facts.ts does not know the lane ${lane}`);
  const { table } = facts;
  const definition = Object.values(tables).find(({ name }) => name === table);
  return {
    table,
    key: definition?.key ?? 'id',
    call: calls[lane] ?? `get${lane.slice(0, 1).toUpperCase()}${lane.slice(1)}`,
    repeated: repeated[lane] ?? [],
    values: (mark) => marked(facts.fields, mark),
    edit: (mark) => marked(facts.edit, mark),
  };
}

/** The fields with a mark in each text that the facts made up, so that no two of them are alike. */
function marked(fields: Fields, mark: string): Fields {
  const isMadeUp = (value: unknown) => typeof value === 'string' && /^(new|edited)$/i.test(value);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isMadeUp(value) ? `${value} ${mark}` : value]),
  );
}

/** A part of a text that hardly comes twice. */
export const someMark = (random: Random) => random.whole(0, 1e9).toString(36);
