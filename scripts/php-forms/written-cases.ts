import { type FormCase, multipartType, ofBody, urlencodedType } from './form-case.ts';

/** Each field under test has one behind it, which shows whether reading went on. */
const after = '&z=2';

const names = [
  ...[
    'a',
    'a.b',
    'a b',
    'a+b',
    '.a',
    ' a',
    '%20%20a',
    'a%00b',
    '%00a',
    'a\0b',
    '',
    '?a',
    '0',
    '01',
    '-1',
    'A',
    'a=b',
  ],
  ...[
    '[a]',
    '[',
    '[]',
    ' [a]',
    'a[',
    'a]',
    'a]b',
    'a]b[c]',
    'a][b',
    'a[b',
    'a[.b',
    'a..[b c',
    'a[b.c d[e',
    'a[]',
    'a[ ]',
  ],
  ...[
    'a[b]',
    'a.b[c.d]',
    'a b.c[d e',
    'a[b]c',
    'a[b]c[d]',
    'a[b][c',
    'a[b][c]',
    'a[[b]',
    'a[b[c]]',
    'a[b]]',
    'a[%00]',
  ],
  ...[
    'a%5Bb%5D',
    'a%5bb',
    'a%2Eb',
    'a%3Db',
    'a%26b',
    'a;b',
    'a%',
    'a%4',
    'a%zz',
    'a%4z',
    '%C3%B5',
    '\xc3\xb5',
    '%E4',
  ],
  ...['\xe4', '\xef\xbb\xbfa', '{"a"', '{a', '[{"a"', '--XX\r\na', 'a\nb', 'a\tb'],
];

const values = [
  '',
  '1',
  '%00',
  'a=b',
  '+',
  '%2B',
  '%',
  '%4',
  '%zz',
  ';',
  '%C3%B5',
  '\xc3\xb5',
  '%E4',
  '\xe4',
  '\r\n',
  '[1]',
];

const separators = [
  '&&a=1',
  'a=1&',
  'a&b',
  'a=1&&b=2',
  'a=1;b=2',
  'a=1&a=2',
  'a=1&a[]=2',
  'a[]=1&a=2',
  'a[]=1&a[]=2',
  '&',
  '=',
  '',
];

const nested = (depth: number) => `a=1&a${'[x]'.repeat(depth)}=2${after}`;
const nesting = [63, 64, 65].map(nested);
const openNesting = [62, 63, 64].map((depth) => `a=1&a${'[x]'.repeat(depth)}[x=2${after}`);

/** Bodies that begin as JSON does. */
const jsonBodies = ['[a]=1&b=2', '{a}=1&b=2', '{"a":1}', '[1]', '{"a":"x=1&b=2"}', ' {"a":1}'];

const part = (disposition: string, value = '1') =>
  `--XX\r\nContent-Disposition: ${disposition}\r\n\r\n${value}\r\n`;
const named = (name: string, value = '1') => part(`form-data; name="${name}"`, value);
const end = '--XX--\r\n';
const lastPart = `${named('z', '2')}${end}`;
const usual = `${named('a')}${lastPart}`;

const dispositions = [
  ...['form-data; name="a"', 'form-data; name=a', "form-data; name='a'", 'form-data;name="a"', 'name="a"'],
  ...[
    'attachment; name="a"',
    'form-data; NAME="a"',
    'form-data ; name="a"',
    'form-data; name =a',
    'form-data; name= a',
  ],
  ...[
    'form-data; name= "a"',
    'form-data; name\t="a"',
    'form-data; name=\ta',
    'form-data; name=a\tb',
    'form-data; name=a b',
  ],
  ...[
    'form-data; name=a;',
    'form-data; name="a" ; x',
    'form-data; name="a"x',
    'form-data; name=="a"',
    'form-data;;; name=a',
  ],
  ...[
    '; name=a',
    '',
    'form-data',
    'form-data; name',
    'form-data; name=',
    'form-data; name=""',
    'form-data, name=a',
  ],
  ...[
    "form-data; name*=utf-8''a",
    "form-data; name*=utf-8''b; name=a",
    'form-data; name="a"; name="b"',
    'form-data; x=name="a"',
  ],
  ...[
    'form-data; name="a"; filename="x"',
    'form-data; name="a"; filename=""',
    'form-data; filename="x"',
    'form-data; FileName=x; name=a',
  ],
  ...[
    'form-data; name="a"; filename*=x',
    'form-data; name="a"; filename =x',
    'form-data; name="a\0b"',
    'form-data; name=a\0b; filename=x',
  ],
  ...[
    'form-data; name="a;b"',
    'form-data; name="a\\"b"',
    "form-data; name='a\\'b'",
    'form-data; name="a\\\\b"',
    'form-data; name="a\\xb"',
  ],
  ...[
    'form-data; name=a\\\\b',
    'form-data; name="a',
    'form-data; name="a\\',
    'form-data; name="a\'b"',
    'form-data; x="; name=b"; name=a',
  ],
  ...[
    'form-data; name="a%00b"',
    'form-data; name="a]b"',
    'form-data; name="[a]"',
    'form-data; name="a[b"',
    'form-data; name="a[]"',
  ],
  ...[
    'form-data; name="a.b c"',
    'form-data; name=" a"',
    'form-data; name="\xc3\xb5"',
    'form-data; name="\xe4"',
    `form-data; name="${'n'.repeat(6000)}"`,
  ],
];

const headersOf = (headers: string) => `--XX\r\n${headers}\r\n\r\n1\r\n${lastPart}`;
const headers = [
  'Content-Disposition: form-data;\r\n name="a"',
  'Content-Disposition: form-data;\r\n\tname="a"',
  'Content-Disposition: form-data; na\r\n me="a"',
  'Content-Disposition: form-data; \r\nname="a"',
  'Content-Disposition: form-data;\r\n x=y:z; name="a"',
  'Content-Disposition:\r\n form-data; name="a"',
  'hello\r\nContent-Disposition: form-data; name="a"',
  'Content-Type: text/plain; charset=US-ASCII\r\nContent-Disposition: form-data; name="a"',
  'Content-Disposition: form-data; name="a"\r\nContent-Type: text/plain\r\n; name="b"',
  'Content-Disposition: form-data; name="a"\r\nContent-Disposition: form-data; name="b"',
  'Content-Type: text/plain',
  'Content-Disposition : form-data; name="a"',
  ' Content-Disposition: form-data; name="a"',
  'CONTENT-DISPOSITION:form-data; name="a"',
  'Content-Disposition: form-data; name="a"\0; filename=x',
  '\0Content-Disposition: form-data; name="a"',
  'Content-Disposition: form-data; name="a"\r\r\n',
];

const structures = [
  usual,
  usual.replaceAll('\r\n', '\n'),
  usual.replaceAll('"\r\n\r\n', '"\n\n'),
  usual.replaceAll('"\r\n\r\n', '"\n\r\n'),
  usual.replaceAll('--XX\r\n', '--XX  \r\n'),
  usual.replaceAll('--XX\r\n', '--XX\t\r\n'),
  `${named('a')}${lastPart.replace('--XX\r\n', '--XX \r\n')}`,
  usual.replace('--XX\r\n', '--XX\0x\r\n'),
  usual.replace('--XX\r\n', '--XXY\r\n'),
  `hello\r\n${usual}bye`,
  ` ${usual}`,
  `\r\n${usual}`,
  `${named('a')}${end}${named('b')}${end}`,
  `--XX\r\n\r\n1\r\n${lastPart}`,
  `${named('a', 'x\r\n--XXY\r\nmore')}${lastPart}`,
  `${named('a', 'x\n--X\nmore')}${lastPart}`,
  `${named('a', 'x\r\r')}${lastPart}`,
  `${named('a', '\r\n\r\nx\r\n\r\n')}${lastPart}`,
  `${named('a', '')}${lastPart}`,
  `${named('a', '\0\xe4\xc3\xb5')}${lastPart}`,
  `${named('a').replace('1\r\n', '')}${lastPart}`,
  `${part('form-data; name="a"; filename="x"')}${named('a', '2')}${end}`,
  `${named('a', '0')}${part('form-data; name="a"; filename="x"', '--XY\r\n')}${named('a', '2')}${end}`,
  `${named('a')}${named('a', '3')}${lastPart}`,
  `${named('a[]')}${named('a[]', '3')}${lastPart}`,
  `${named(`a${'[x]'.repeat(65)}`)}${lastPart}`,
  end,
  '--XX\r\n',
  '--XX',
];

/** Forms that break off. */
const brokenOff = [
  ...[
    '',
    '\r',
    '\n',
    '\r\n',
    '\r\n-',
    '\r\n--X',
    '\n--X',
    '\r\n--XX',
    '\r\n--XX-',
    '\r\n--XX--',
    '\r\n--X\r\n',
    '\r\n\r\n',
  ].map((rest) => `${named('z', '2')}${named('a', 'v').slice(0, -2)}${rest}`),
  ...['', '\r\n', '\r\n\r\n'].map(
    (rest) => `${named('z')}--XX\r\nContent-Disposition: form-data; name="b"${rest}`,
  ),
];

const types = [
  ...[
    null,
    '',
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/json',
    'application/octet-stream',
    'application/xml',
  ],
  ...[
    urlencodedType,
    `${urlencodedType};charset=UTF-8`,
    `${urlencodedType} ; x`,
    `${urlencodedType}, text/plain`,
  ],
  ...[
    urlencodedType.toUpperCase(),
    `${urlencodedType}\t;x`,
    `${urlencodedType}+x`,
    'x-www-form-urlencoded',
    `${urlencodedType}; boundary=XX`,
  ],
  ...[
    'multipart/form-data',
    'multipart/mixed; boundary=XX',
    'multipart/related; boundary=XX',
    'multipart/form-data\t; boundary=XX',
  ],
  ...[
    multipartType,
    'multipart/form-data; boundary=YY',
    'multipart/form-data; boundary="XX"',
    'multipart/form-data; boundary="XX',
  ],
  ...[
    'multipart/form-data; boundary=XX; charset=utf-8',
    'multipart/form-data; boundary=XX ; charset=utf-8',
    'multipart/form-data;boundary=XX,x',
  ],
  ...[
    'multipart/form-data; boundary= XX',
    'multipart/form-data; boundary= "XX"',
    'multipart/form-data; boundary =XX',
    'multipart/form-data; BOUNDARY=XX',
  ],
  ...[
    'multipart/form-data, boundary=XX',
    'multipart/form-data boundary=XX',
    'Multipart/Form-Data; boundary=XX',
    'multipart/form-data; charset=UTF-8; boundary=XX',
  ],
  ...[
    'multipart/form-data; xboundary=XX',
    'multipart/form-data; boundary',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=""',
  ],
  ...[
    'multipart/form-data; boundary=XX"',
    "multipart/form-data; boundary='XX'",
    'multipart/form-data; boundary=xx',
    'multipart/form-databoundary=XX',
  ],
  ...[
    'multipart/form-data; x="boundary=YY"; boundary=XX',
    'multipart/form-data; boundary="XX"; boundary=YY',
    'multipart/form-data; boundary=XXX',
  ],
];

/** PHP's own server leaves out question marks at the start of a query; those before real PHPs do not. */
const isPlainQuery = (name: string) => /^[!-~]*$/.test(name) && !/^\?|"/.test(name);
const queries = [...names.filter(isPlainQuery), 'a&&b', '&a', 'a?b'];

/** Requests that somebody has thought of. */
export const writtenCases: readonly FormCase[] = [
  ...names.map((name) => ofBody(`${name}=1${after}`)),
  ...values.map((value) => ofBody(`a=${value}${after}`)),
  ...[...separators, ...nesting, ...openNesting, ...jsonBodies].map((body) => ofBody(body)),
  ...dispositions.map((disposition) => ofBody(`${part(disposition)}${lastPart}`, multipartType)),
  ...headers.map((lines) => ofBody(headersOf(lines), multipartType)),
  ...[...structures, ...brokenOff].map((body) => ofBody(body, multipartType)),
  ...types.flatMap((type) => [ofBody(usual, type), ofBody('a=1&z=2', type)]),
  ...queries.map((name) => ({ contentType: null, query: `${name}=1${after}`, body: '' })),
  { contentType: urlencodedType, query: 'a=1&b=2', body: 'a=3&c=4' },
];
