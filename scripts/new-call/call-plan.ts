import { type CallNames, callNames, kebabCase } from './call-names.ts';
import { addIndexLine } from './index-line.ts';
import { callText, type KnownTable, recordText, rowsText, tableText } from './source-texts.ts';

/** Where calls, tables and rows are, from the root of the repository. */
export const paths = {
  calls: 'packages/schemas/src/calls',
  callIndex: 'packages/schemas/src/calls/index.ts',
  tableIndex: 'packages/schemas/src/tables.ts',
  rows: 'fixtures/src/tables',
  rowIndex: 'fixtures/src/tables/index.ts',
} as const;

/** What is there already. */
export interface Present {
  /** The entity folders below the calls. */
  readonly folders: readonly string[];
  /** The text of a file, from the root of the repository; `undefined` where there is none. */
  read(path: string): string | undefined;
  /** Tables whose deletions Erply logs. */
  readonly logged: readonly string[];
}

export interface CallPlanOptions {
  /** The entity folder; that of the table when left out. */
  readonly folder?: string | undefined;
  /** For a call that reads or writes no table of its own. @default false */
  readonly withoutTable?: boolean | undefined;
  /** The call or service that Erply recommends instead, where it does. */
  readonly deprecated?: string | undefined;
}

/** Files to write, from the root of the repository. */
export interface CallPlan {
  /** Those that a person fills in. */
  readonly toFillIn: ReadonlyMap<string, string>;
  /** Indexes with their new lines. */
  readonly indexes: ReadonlyMap<string, string>;
}

/**
 * Says what a new call needs: its own file, and its record, table and rows where it is the first of a table.
 * @throws Error in one sentence when the name or the folder will not do, or the call is there.
 */
export function planCall(name: string, present: Present, options: CallPlanOptions = {}): CallPlan {
  const names = callNames(name);
  const { folder: asked, withoutTable = false, deprecated } = options;
  if (asked !== undefined && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(asked)) {
    throw new Error(`"${asked}" is not a folder name: write it in kebab-case, like product-groups`);
  }
  if (deprecated !== undefined && !/^[^'\\\n]+$/.test(deprecated)) {
    throw new Error("--deprecated names what Erply recommends instead, like 'CRM API GET /v1/customers'");
  }
  const folder = asked ?? entityFolder(names, present);
  const callIndex = present.read(paths.callIndex) ?? '';
  const defined = callIndex.split('\n').find((line) => line.includes(`/${names.file}.ts'`));
  if (defined) throw new Error(`${name} is there already: ${defined}`);

  const known = withoutTable || !names.verb ? undefined : tableIn(folder, names, present);
  const makesTable = !withoutTable && names.verb !== undefined && known === undefined;
  const table = makesTable ? newTable(names) : known;
  const toFillIn = new Map([
    [`${paths.calls}/${folder}/${names.file}.ts`, callText(names, table, { name, deprecated })],
  ]);
  const indexes = new Map([[paths.callIndex, addIndexLine(callIndex, `${folder}/${names.file}.ts`)]]);
  if (makesTable) addTable({ names, folder, present }, toFillIn, indexes);
  return { toFillIn, indexes };
}

function addTable(
  { names, folder, present }: { names: CallNames; folder: string; present: Present },
  toFillIn: Map<string, string>,
  indexes: Map<string, string>,
): void {
  const file = `${folder}/${kebabCase(names.table)}.ts`;
  const record = `${paths.calls}/${folder}/${kebabCase(names.record)}.ts`;
  if (present.read(record) === undefined) toFillIn.set(record, recordText(names.record));
  toFillIn.set(`${paths.calls}/${file}`, tableText(names, present.logged.includes(names.table)));
  toFillIn.set(`${paths.rows}/${file}`, rowsText(names));
  const { tableIndex, rowIndex } = paths;
  indexes.set(tableIndex, addIndexLine(present.read(tableIndex) ?? '', `calls/${file}`));
  indexes.set(rowIndex, addIndexLine(present.read(rowIndex) ?? '', file));
}

const newTable = ({ table, record }: CallNames): KnownTable => ({
  table,
  record,
  recordFile: `${kebabCase(record)}.ts`,
});

/** The table that a folder has for the records of a call. */
function tableIn(folder: string, { table }: CallNames, present: Present): KnownTable | undefined {
  const text = present.read(`${paths.calls}/${folder}/${kebabCase(table)}.ts`);
  const [, record] = /\brecord: (\w+)/.exec(text ?? '') ?? [];
  const [, recordFile] = new RegExp(`import \\{ ${record} \\} from '\\./([^']+)'`).exec(text ?? '') ?? [];
  return record && recordFile ? { table, record, recordFile } : undefined;
}

/** `saveBrand` goes to `brands`: the folder that is there under the name of the record or of the table, else the latter. */
function entityFolder({ record, table }: CallNames, { folders }: Present): string {
  const named = [kebabCase(table), kebabCase(record)];
  return named.find((folder) => folders.includes(folder)) ?? kebabCase(table);
}
