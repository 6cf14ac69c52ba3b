import type { Random } from '@erply-kit/tooling/property';

import { defaultLanes } from '../src/default-lanes.ts';
import { documentLanes } from '../src/document-lanes.ts';
import type { Lane, RecordLane } from '../src/lane.ts';
import { peopleLanes } from '../src/people-lanes.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the proofs know of a lane's records that the lane does not say: how the shop holds and changes them. */
export interface LaneFacts {
  /** The table of the fake. @default the name of the lane */
  readonly table?: string;
  /** The field of the ID in it. */
  readonly key: string;
  /** The call that the lane reads by. */
  readonly call: string;
  /** A new record that nothing else names. */
  readonly values: (mark: string) => Fields;
  /** What another user changes of it. */
  readonly edit: (mark: string) => Fields;
  /** Fields that show other records, or that are made for each answer: they are not compared. */
  readonly repeated?: readonly string[];
}

const rows = [{ rowID: 1, stableRowID: 1, productID: 1, amount: 2, price: 5, vatrateID: 1, itemName: 'Cup' }];
const name = (mark: string) => ({ name: `Name ${mark}` });

const facts: Readonly<Record<string, LaneFacts>> = {
  warehouses: { key: 'warehouseID', call: 'getWarehouses', values: name, edit: name },
  productGroups: {
    key: 'productGroupID',
    call: 'getProductGroups',
    values: (mark) => ({ ...name(mark), parentGroupID: 1 }),
    edit: name,
    repeated: ['subGroups'],
  },
  brands: { key: 'brandID', call: 'getBrands', values: name, edit: name },
  products: {
    key: 'productID',
    call: 'getProducts',
    values: (mark) => ({ ...name(mark), groupID: 1 }),
    edit: (mark) => ({ ...name(mark), status: mark.length % 2 === 0 ? 'ARCHIVED' : 'ACTIVE' }),
    repeated: ['productComponents'],
  },
  customerGroups: {
    key: 'customerGroupID',
    call: 'getCustomerGroups',
    values: name,
    edit: name,
    repeated: ['subGroups'],
  },
  customers: {
    key: 'customerID',
    call: 'getCustomers',
    values: (mark) => ({ customerType: 'PERSON', firstName: 'A', lastName: `Name ${mark}` }),
    edit: (mark) => ({ lastName: `Name ${mark}` }),
  },
  addresses: {
    key: 'addressID',
    call: 'getAddresses',
    values: (mark) => ({ ownerID: 1003, typeID: 1, street: `Street ${mark}` }),
    edit: (mark) => ({ street: `Street ${mark}` }),
  },
  salesDocuments: {
    key: 'id',
    call: 'getSalesDocuments',
    values: (mark) => ({
      ...{ type: 'INVOICE', number: mark, date: '2026-03-01', confirmed: 0, clientID: 1003, warehouseID: 1 },
      rows,
    }),
    edit: (mark) => ({ notes: `Note ${mark}` }),
    repeated: ['invoiceLink', 'receiptLink'],
  },
  payments: {
    key: 'paymentID',
    call: 'getPayments',
    values: (mark) => ({
      ...{ customerID: 1003, type: 'CASH', typeID: 1, sum: 5, date: '2026-03-01', currencyCode: 'EUR' },
      info: mark,
    }),
    edit: (mark) => ({ info: `Info ${mark}` }),
  },
  purchaseDocuments: {
    key: 'id',
    call: 'getPurchaseDocuments',
    values: (mark) => ({
      ...{
        type: 'PRCINVOICE',
        number: mark,
        date: '2026-03-01',
        confirmed: 0,
        supplierID: 1,
        warehouseID: 1,
      },
      rows: [],
    }),
    edit: (mark) => ({ notes: `Note ${mark}` }),
  },
};

/** Every lane that there is. */
export const everyLane: readonly Lane[] = [...defaultLanes, ...peopleLanes, ...documentLanes];

/** Those of records. */
export const recordLanes: readonly RecordLane[] = everyLane.filter((lane) => lane.kind === 'records');

/** @throws Error for a lane of which the proofs know nothing yet: add it above. */
export function factsOf(lane: string): Required<Pick<LaneFacts, 'table'>> & LaneFacts {
  const found = facts[lane];
  if (!found) throw new Error(`lane-facts.ts does not know the lane ${lane}`);
  return { table: lane, ...found };
}

/** A part of a text that hardly comes twice. */
export const someMark = (random: Random) => random.whole(0, 1e9).toString(36);
