import { callFields, callNames, type Field, fieldsOf, protocolNames } from './hostile-fields.ts';
import {
  type Attacker,
  below,
  isOneIn,
  jsonValue,
  oddName,
  oddValue,
  pick,
  randomBytes,
} from './hostile-words.ts';

export type Header = readonly [name: string, value: string];

/** A request before its body is framed: what it says, not yet how it is sent. */
export interface Draft {
  readonly kind: string;
  readonly method?: string;
  readonly path?: string;
  readonly version?: string;
  readonly headers?: readonly Header[];
  readonly body?: Buffer;
  readonly isXml?: boolean;
}

const boundary = 'limitOfForm';
const formType = 'application/x-www-form-urlencoded';

/** A form as text, at times with escapes that cannot be read and bytes that are not UTF-8. */
function formBody(attacker: Attacker, fields: readonly Field[]): Buffer {
  const isBroken = isOneIn(attacker, 5);
  const spelled = (text: string) => {
    if (!isBroken || !isOneIn(attacker, 3)) return encodeURIComponent(text.toWellFormed());
    return pick(attacker, [
      '%zz',
      '%',
      '%c0%80',
      '%ff',
      '%u1234',
      '+',
      '&&',
      '==',
      ';',
      '\xff\xfe',
      '%00',
      text,
    ]);
  };
  const pairs = fields.map(([name, value]) => `${spelled(name)}=${spelled(value)}`);
  return Buffer.from(pairs.join('&'), 'latin1');
}

function partOf(attacker: Attacker, [name, value]: Field, isBroken: boolean): string {
  const header = isBroken
    ? pick(attacker, [
        `Content-Disposition: form-data; name=${name}`,
        'Content-Disposition: form-data',
        `Content-Disposition: form-data; name="${name}"; filename="../../../x"`,
        `Content-Disposition: form-data; name*=utf-8''%zz`,
        `Content-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain; charset=bogus`,
        `Content-Disposition: form-data; name="${name}"\r\nContent-Transfer-Encoding: base64`,
        `Content-Disposition: attachment; name="${name}"`,
        `Content-Disposition: form-data; name="`,
        `X-Long: ${'y'.repeat(pick(attacker, [10, 100_000]))}`,
        'no header at all',
        '',
      ])
    : `Content-Disposition: form-data; name="${name}"`;
  return `${header}\r\n\r\n${value}`;
}

function multipartBody(attacker: Attacker, fields: readonly Field[]): Buffer {
  const isBroken = isOneIn(attacker, 2);
  const mark = isBroken
    ? pick(attacker, [boundary, '', '-', ' ', '%41', "a'b", 'x'.repeat(90), '\t'])
    : boundary;
  const parts = fields.map(
    (one) => `--${mark}\r\n${partOf(attacker, one, isBroken && isOneIn(attacker, 3))}\r\n`,
  );
  const [first = ''] = parts;
  const many = isBroken && first.length < 1000 && isOneIn(attacker, 20) ? first.repeat(3000) : '';
  const end = isBroken
    ? pick(attacker, [`--${mark}--\r\n`, '', `--${mark}`, `--${mark}--${'z'.repeat(70_000)}`])
    : `--${mark}--\r\n`;
  const text = many + parts.join('') + end;
  const lines = isBroken && isOneIn(attacker, 4) ? text.replaceAll('\r\n', '\n') : text;
  return Buffer.from(
    isBroken && isOneIn(attacker, 4) ? lines.slice(0, below(attacker, lines.length)) : lines,
  );
}

const contentTypes: readonly string[] = [
  formType,
  'application/json',
  'multipart/form-data',
  'multipart/form-data; boundary=other',
  'text/plain',
  '',
  ';;;',
  'x'.repeat(5000),
  'application/x-www-form-urlencoded; charset=utf-16',
  'é',
];

/** A request to the classic API with any body. */
function apiDraft(attacker: Attacker): Draft {
  const { kind, fields } = fieldsOf(attacker);
  const type = (own: string): Header[] => [
    ['Content-Type', isOneIn(attacker, 5) ? pick(attacker, contentTypes) : own],
    ...(isOneIn(attacker, 20) ? [['Content-Type', pick(attacker, contentTypes)] as const] : []),
  ];
  const share = below(attacker, 20);
  if (share < 11) return { kind, headers: type(formType), body: formBody(attacker, fields) };
  if (share < 15) {
    const body = multipartBody(attacker, fields);
    return { kind: `${kind}/multipart`, headers: type(`multipart/form-data; boundary="${boundary}"`), body };
  }
  if (share < 16) {
    const body = randomBytes(attacker, below(attacker, 2000));
    return { kind: 'bytes', headers: type(formType), body };
  }
  if (share < 17) {
    const json = JSON.stringify(Object.fromEntries(fields));
    const body = Buffer.from(
      json.slice(0, isOneIn(attacker, 2) ? json.length : below(attacker, json.length)),
    );
    return { kind: `${kind}/json`, headers: type('application/json'), body };
  }
  const query = formBody(attacker, fields)
    .toString('latin1')
    .replace(/[^\x21-\x7e]/g, '%ff');
  const path = `${pick(attacker, ['/api/', '/api'])}?${query.slice(0, 12_000)}`;
  return share < 18
    ? { kind: `${kind}/query`, method: 'GET', path }
    : { kind: `${kind}/both`, path, headers: type(formType), body: formBody(attacker, callFields(attacker)) };
}

/** A call that reads, spelled well, whose answer has to be XML. */
function xmlDraft(attacker: Attacker): Draft {
  const { clientCode, sessionKey } = pick(attacker, attacker.sessions);
  const fields: Field[] = [
    ...callFields(attacker).filter(([name]) => !protocolNames.includes(name) && /^[a-z]+$/i.test(name)),
    ['request', pick(attacker, [...callNames.filter((name) => name !== 'getProducts'), 'x<y'])],
    ['clientCode', clientCode],
    ['sessionKey', sessionKey],
    ['responseType', 'XML'],
  ];
  const body = Buffer.from(
    new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
  );
  return { kind: 'xml', headers: [['Content-Type', formType]], body, isXml: true };
}

const paths: readonly string[] = [
  '/',
  '/api',
  '/api/',
  '/api//',
  '/api/x',
  '//api/',
  '/API/',
  '/api/?',
  '/api/%',
  '/api/%2f',
  '/%61pi/',
  '/reports/',
  '/reports/x.csv',
  '/reports/..%2f..%2fetc%2fpasswd',
  '/reports/%00',
  '/reports/%',
  '/reports/%c0%80',
  '/_mock/../api/',
  '/_mock',
  '/_mock/health',
  '/_mock/accounts/%zz',
  '/_mock/accounts/..%2f..',
  '*',
  '/%zz%zz',
  '/_mock/accounts/xyz/journal?since=x&limit=-1',
  '/_mock/accounts/__proto__',
  '/_mock/accounts/xyz/data/__proto__',
  '/_mock/accounts/xyz/data/products/999999999999999',
  '/_mock/accounts/xyz/data/products/x',
  'http://evil.example/api/',
  'http://[::1',
  'x:y',
  '/?#',
  `/${'a'.repeat(9000)}`,
  `/${'a/'.repeat(4000)}`,
  '/\x01',
  '/ä',
  '/..\\..\\x',
];
const methods: readonly string[] =
  'GET GET POST HEAD PUT PATCH DELETE OPTIONS TRACE CONNECT PROPFIND FOO get'.split(' ');

function pathDraft(attacker: Attacker): Draft {
  const method = pick(attacker, methods);
  const path = isOneIn(attacker, 5)
    ? `/${randomBytes(attacker, below(attacker, 60)).toString('latin1').replace(/[\s]/g, '%')}`
    : pick(attacker, paths);
  const body = isOneIn(attacker, 3) ? formBody(attacker, callFields(attacker)) : undefined;
  return { kind: 'path', method, path, ...(body === undefined ? {} : { body }) };
}

const tableKeys: Readonly<Record<string, string>> = {
  products: 'productID',
  productGroups: 'productGroupID',
  vatRates: 'id',
  warehouses: 'warehouseID',
  suppliers: 'supplierID',
  stockMovements: 'amount',
  users: 'userID',
  constructor: 'x',
};

const numberOrNot = (attacker: Attacker): unknown =>
  isOneIn(attacker, 3)
    ? jsonValue(attacker)
    : pick<unknown>(
        attacker,
        [1, 3, 7, 1e5, 1e9, 2147483648, 4294967297, 1e15, 1e308, -1e308, -1, 0, 1.5, 1e-300],
      );

/** A record of a table, or what looks like one. */
function recordText(attacker: Attacker, table: string): string {
  const names = [
    'productID',
    'warehouseID',
    'groupID',
    'price',
    'parentGroupID',
    'added',
    'cost',
    oddName(attacker),
  ];
  const some = names.filter(() => isOneIn(attacker, 4)).map((name) => [name, numberOrNot(attacker)]);
  const key = isOneIn(attacker, 2) ? { [tableKeys[table] ?? 'id']: numberOrNot(attacker) } : {};
  const record = { name: oddValue(attacker), ...key, ...Object.fromEntries(some) };
  const { name: _, ...nameless } = record;
  return pick(
    attacker,
    [record, nameless, nameless, record, [record]].map((one) => JSON.stringify(one)),
  );
}

/** What a setting of an account, or its clock, is not. */
function settingText(attacker: Attacker): string {
  const name = pick(attacker, [
    'what',
    'set',
    'modules',
    'maintenance',
    'limit',
    'used',
    'now',
    'seconds',
    'by',
  ]);
  const wrong: readonly unknown[] = [null, [1], ['data', null], { x: 1 }, 'x', 1e308, -1, [[]], { set: {} }];
  return pick(attacker, [
    JSON.stringify({ [name]: pick(attacker, wrong) }),
    '{',
    '"x"',
    'null',
    '[]',
    '{"x":1}',
  ]);
}

/** What the control API is not made for. No account is named but those that are known already. */
function controlDraft(attacker: Attacker): Draft {
  const account = `/_mock/accounts/${pick(attacker, attacker.sessions).clientCode}`;
  const table = pick(attacker, Object.keys(tableKeys));
  const id = pick(attacker, ['1', '7', '0', '99999', '1e3', '2147483648']);
  const record = recordText(attacker, table);
  const setting = settingText(attacker);
  const [method, path, body] = pick<readonly [string, string, string]>(attacker, [
    ['POST', `${account}/data/${table}`, record],
    ['PUT', `${account}/data/${table}/${id}`, record],
    ['DELETE', `${account}/data/${table === 'users' ? 'x' : table}/${id}`, ''],
    ['PUT', `${account}/config`, setting],
    ['PUT', `${account}/clock`, setting],
    ['POST', `${account}/clock/advance`, setting],
    ['POST', `${account}/reset`, setting],
  ]);
  const type = pick(attacker, ['application/json', 'application/json', 'application/json', 'text/plain']);
  return { kind: 'control', method, path, headers: [['Content-Type', type]], body: Buffer.from(body) };
}

export function draftOf(attacker: Attacker): Draft {
  const share = below(attacker, 100);
  if (share < 10) return pathDraft(attacker);
  if (share < 15) return controlDraft(attacker);
  return share < 21 ? xmlDraft(attacker) : apiDraft(attacker);
}
