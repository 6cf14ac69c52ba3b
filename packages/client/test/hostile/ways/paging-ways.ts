import { body } from '../../scripted-transport.ts';
import { echo } from '../good-server.ts';
import type { Document, Fault, Request, UseName, Way } from '../way.ts';

type Row = Record<string, unknown>;
/** What a page is asked for by, whichever call it is. */
interface Page {
  readonly start: number;
  readonly size: number;
  readonly rows: Row[];
  readonly key: string;
}

/** Changes a page, and what its status says of it. */
type Change = (page: Page, time: Request['time']) => { readonly rows: unknown; readonly total?: unknown };

const nonsense: Fault = { kind: 'response' };
const fine: Fault = { kind: 'ok' };
const limited: Fault = { kind: 'usage' };
const late: Fault = { kind: 'timeout' };

const rowsFrom = (key: string, first: number, count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ [key]: first + index, ...(index === 0 && { note: echo }) }));

const listUses = ['list', 'log', 'bulkList'] as const;
/** By offset, each page beginning with the last row of the one before; logs have page numbers. */
const overlapping = ['list', 'bulkList'] as const;
const numbered = ['log'] as const;

const changes: readonly [name: string, fault: Fault, uses: readonly UseName[], change: Change][] = [
  [
    'the same page for ever',
    nonsense,
    listUses,
    ({ size, key }) => ({ rows: rowsFrom(key, 1, size), total: 1e6 }),
  ],
  ['the same row for ever', nonsense, listUses, ({ key }) => ({ rows: rowsFrom(key, 1, 1), total: 1e6 })],
  ['pages without rows', nonsense, listUses, () => ({ rows: [], total: 125 })],
  ['rows that are announced and never come', nonsense, listUses, ({ rows }) => ({ rows, total: 1e6 })],
  ['no rows, and a total of none', nonsense, listUses, () => ({ rows: [], total: 'none' })],
  ['a total of 0', fine, listUses, ({ rows }) => ({ rows, total: 0 })],
  ['a total of 1', fine, listUses, ({ rows }) => ({ rows, total: 1 })],
  ['a total in quotes', fine, listUses, ({ rows }) => ({ rows, total: '125' })],
  ['no total', fine, listUses, ({ rows }) => ({ rows, total: undefined })],
  ['a cap of 40 rows', fine, listUses, ({ rows }) => ({ rows: rows.slice(0, 40) })],
  ['rows backwards', nonsense, overlapping, ({ rows }) => ({ rows: rows.toReversed() })],
  ['each row twice', nonsense, overlapping, ({ rows }) => ({ rows: rows.flatMap((row) => [row, row]) })],
  [
    'keys that are absent',
    nonsense,
    listUses,
    ({ rows, key }) => ({ rows: rows.map((row) => ({ ...row, [key]: undefined })) }),
  ],
  [
    'keys that are null',
    nonsense,
    listUses,
    ({ rows, key }) => ({ rows: rows.map((row) => ({ ...row, [key]: null })) }),
  ],
  [
    'keys that are texts',
    nonsense,
    listUses,
    ({ rows, key }) => ({ rows: rows.map((row) => ({ ...row, [key]: echo })) }),
  ],
  [
    'keys that are fractions',
    nonsense,
    listUses,
    ({ rows, key }) => ({ rows: rows.map((row, index) => ({ ...row, [key]: index + 0.5 })) }),
  ],
  [
    'keys that are infinite',
    nonsense,
    listUses,
    ({ rows, key }) => ({ rows: rows.map((row) => ({ ...row, [key]: 1e300 })) }),
  ],
  ['rows that are null', nonsense, listUses, ({ rows }) => ({ rows: rows.map(() => null) })],
  ['rows that are texts', nonsense, listUses, ({ rows }) => ({ rows: rows.map(() => echo) })],
  ['rows that are lists', nonsense, listUses, ({ rows }) => ({ rows: rows.map((row) => [row]) })],
  [
    'one row that is null',
    nonsense,
    listUses,
    ({ rows }) => ({ rows: rows.map((row, index) => (index === 5 ? null : row)) }),
  ],
  ['a text instead of rows', nonsense, listUses, () => ({ rows: echo })],
  [
    'more rows than asked for, and no end',
    limited,
    ['list', 'log'],
    ({ start, key }) => ({ rows: rowsFrom(key, start + 1, 600), total: 1e6 }),
  ],
  [
    'new rows for ever',
    limited,
    listUses,
    ({ start, size, key }) => ({ rows: rowsFrom(key, start + 1, size), total: 1e9 }),
  ],
  [
    'new rows for ever, each page a minute',
    late,
    ['list', 'log'],
    ({ start, size, key }, time) => {
      void time.jump(60_000);
      return { rows: rowsFrom(key, start + 1, Math.min(size, 30)), total: 1e9 };
    },
  ],
  [
    'pages behind all that was read',
    nonsense,
    overlapping,
    ({ start, size, key }) => ({ rows: rowsFrom(key, start === 0 ? 1 : 1e6 + start, size), total: 1e6 }),
  ],
  [
    'an empty page behind the first one',
    nonsense,
    overlapping,
    ({ start, rows }) => ({ rows: start === 0 ? rows : [], total: 1e6 }),
  ],
  [
    'pages of the first rows only, in two turns',
    nonsense,
    ['list'],
    ({ start, key }) => ({ rows: rowsFrom(key, 1, start === 0 ? 50 : 20 + (start % 7)), total: 1e6 }),
  ],
  [
    'two pages in turns',
    limited,
    numbered,
    ({ start, size, key }) => ({
      rows: rowsFrom(key, start % (2 * size) === 0 ? 1 : 1000, size),
      total: 1e6,
    }),
  ],
];

function changed(
  good: Document,
  input: Row,
  change: (page: Page) => { rows: unknown; total?: unknown },
): Document {
  const size = Number(input.recordsOnPage ?? 20);
  const start = Number(input.recordOffset ?? (Number(input.pageNo ?? 1) - 1) * size);
  const key = (input.request ?? input.requestName) === 'getProducts' ? 'productID' : 'logID';
  const result = change({ start, size, rows: good.records as Row[], key });
  const recordsTotal = 'total' in result ? result.total : good.status.recordsTotal;
  return { status: { ...good.status, recordsTotal, recordsInResponse: undefined }, records: result.rows };
}

function answer(change: Change): NonNullable<Way['answer']> {
  return ({ form, good, time }) => {
    const document = good();
    const at = (page: Page) => change(page, time);
    const requests = form.get('requests');
    if (requests === null) return body(JSON.stringify(changed(document, Object.fromEntries(form), at)));
    const inputs = JSON.parse(requests) as Row[];
    const parts = document.requests?.map((part, index) => changed(part as Document, inputs[index] ?? {}, at));
    return body(JSON.stringify({ ...document, requests: parts }));
  };
}

export const pagingWays: readonly Way[] = changes.map(([name, fault, uses, change]) => ({
  where: 'paging',
  name,
  uses,
  whens: ['afterLogin'],
  fault,
  answer: answer(change),
}));
