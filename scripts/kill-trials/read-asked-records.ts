import type { ClassicApi, ClassicRecord, ClassicRequest } from '../demo/classic-api.ts';
import type { Table } from '../demo/shop-records.ts';
import { tableOf } from '../demo/table-of.ts';
import { askedLanes } from './copied-lanes.ts';

/** Records of people and documents, by their table in the copy. */
export type AskedRecords = Readonly<Record<string, Table>>;

const mostPages = 1000;

/** Reads people and documents with plain requests. */
export async function readAskedRecords(api: ClassicApi): Promise<AskedRecords> {
  const found: Record<string, Table> = {};
  for (const { call, table, id, input } of askedLanes)
    found[table] = comparedFieldsOf(tableOf(await readAll(api, { requestName: call, ...input }), id));
  return found;
}

async function readAll(api: ClassicApi, request: ClassicRequest): Promise<ClassicRecord[]> {
  const all: ClassicRecord[] = [];
  for (let pageNo = 1; pageNo <= mostPages; pageNo++) {
    const [page = []] = await api.bulk([{ ...request, pageNo, recordsOnPage: 100 }]);
    all.push(...page);
    if (page.length < 100) return all;
  }
  throw new Error(`${request.requestName} has more than ${mostPages} pages`);
}

/** What decides whether it is the record as it is now: the copy keeps less of some than what Erply sends. */
const compared = ['lastModified', 'lastName', 'companyName', 'number', 'total', 'sum', 'date'];

/** The fields of records that are compared. */
export function comparedFieldsOf(table: Table): Table {
  return new Map(
    [...table].map(([id, record]) => [
      id,
      Object.fromEntries(Object.entries(record).filter(([name]) => compared.includes(name))),
    ]),
  );
}
