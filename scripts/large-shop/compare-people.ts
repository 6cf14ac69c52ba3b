import { DatabaseSync } from 'node:sqlite';

import type { ClassicApi, ClassicRecord, ClassicRequest } from '../demo/classic-api.ts';
import { compareTables, type Difference } from '../demo/compare.ts';
import { readRecords } from '../demo/database.ts';
import { tableOf } from '../demo/table-of.ts';

const pageSize = 100;
const pagesAtOnce = 20;

/** What the records show of other records is not copied. */
const repeatedFields = [
  ...['address', 'street', 'address2', 'city', 'postalCode', 'state', 'country'],
  ...['addressTypeID', 'addressTypeName', 'groupName', 'employerName', 'customerManagerName'],
];

export interface PeopleComparison {
  readonly differences: readonly Difference[];
  /** How many rows of the shop were compared. */
  readonly records: number;
}

/** Compares every customer, customer group and address of a shop, read by plain requests, with its copy. */
export async function comparePeople(api: ClassicApi, path: string): Promise<PeopleComparison> {
  using database = new DatabaseSync(path, { readOnly: true });
  const order = { orderBy: 'customerID', orderByDir: 'asc' };
  const customers = await compareList(api, database, {
    ...{ table: 'customers', key: 'customerID', without: repeatedFields },
    request: { requestName: 'getCustomers', mode: 'ALL', responseMode: 'detail', ...order },
  });
  const addresses = await compareList(api, database, {
    ...{ table: 'addresses', key: 'addressID', without: ['typeName', 'typeActivelyUsed'] },
    request: { requestName: 'getAddresses' },
  });
  const [tree = []] = await api.bulk([{ requestName: 'getCustomerGroups' }]);
  const groups = Array.from(flat(tree), (group, index) => ({ ...group, position: index + 1 }));
  const shop = tableOf(groups, 'customerGroupID');
  return {
    differences: [
      ...customers.differences,
      ...addresses.differences,
      ...compareTables('customer_groups', shop, readRecords(database, 'customer_groups')),
    ],
    records: customers.records + addresses.records + groups.length,
  };
}

interface List {
  readonly table: string;
  readonly key: string;
  readonly request: ClassicRequest;
  /** Fields that are not copied. */
  readonly without: readonly string[];
}

/** Some pages at once: both sides in the order of their IDs. */
async function compareList(
  api: ClassicApi,
  database: DatabaseSync,
  { table, key, request, without }: List,
): Promise<PeopleComparison> {
  const differences: Difference[][] = [];
  let records = 0;
  let lastID = 0;
  for (let first = 1, isLast = false; !isLast; first += pagesAtOnce) {
    const pages = Array.from({ length: pagesAtOnce }, (_, index) => ({
      ...request,
      ...{ pageNo: first + index, recordsOnPage: pageSize },
    }));
    const rows = (await api.bulk(pages)).flat().map((row) => fewer(row, without));
    isLast = rows.length < pagesAtOnce * pageSize;
    const after = `AND id > ${lastID}`;
    lastID = Number(rows.at(-1)?.[key] ?? lastID);
    const copied = readRecords(database, table, isLast ? after : `${after} AND id <= ${lastID}`);
    differences.push(compareTables(table, tableOf(rows, key), copied));
    records += rows.length;
  }
  return { differences: differences.flat(), records };
}

const fewer = (row: ClassicRecord, without: readonly string[]): ClassicRecord =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !without.includes(name)));

function* flat(groups: readonly ClassicRecord[]): Generator<ClassicRecord> {
  for (const { subGroups, ...group } of groups) {
    yield group;
    yield* flat((subGroups ?? []) as ClassicRecord[]);
  }
}
