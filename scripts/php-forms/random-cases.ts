import { type FormCase, multipartType, ofBody, urlencodedType } from './form-case.ts';

/** A whole number below another. */
export type Below = (bound: number) => number;

const pick = <TItem>(below: Below, items: readonly TItem[]): TItem => items[below(items.length)] as TItem;
const some = (below: Below, items: readonly string[], most: number): string =>
  Array.from({ length: below(most + 1) }, () => pick(below, items)).join('');

/** What names and values of a urlencoded form are made of. Bytes beyond ASCII are whole characters, or never one. */
const pieces = [
  ...[
    'a',
    'b',
    'request',
    '1',
    '.',
    '+',
    '[',
    ']',
    '[]',
    '[x]',
    '%5B',
    '%5D',
    '%00',
    '%20',
    '%2E',
    '%',
    '%4',
    '%zz',
    '%3D',
  ],
  ...[
    '%C3%B5',
    '\xc3\xb5',
    '\xe4',
    '%E4',
    ';',
    '{',
    '}',
    '?',
    '"',
    "'",
    '\r\n',
    '\0',
    ' ',
    '-',
    ':',
    '/',
    '%26',
    '%25',
  ],
];
const inQuery = pieces.filter((piece) => /^[!-~]+$/.test(piece));

function fields(below: Below, of: readonly string[]): string {
  const field = () => {
    const name = below(4) === 0 ? pick(below, ['a', 'b', 'a[]', 'clientCode']) : some(below, of, 5);
    return below(8) === 0 ? name : `${name}=${some(below, of, 4)}`;
  };
  return Array.from({ length: 1 + below(5) }, field).join(below(8) === 0 ? '&&' : '&');
}

/** What a `Content-Disposition` is made of. */
const dispositionPieces = [
  ...[
    'form-data',
    '; ',
    ';',
    ' ',
    '=',
    '"',
    "'",
    '\\',
    'name',
    'filename',
    'name*',
    'name="a"',
    "name='b'",
    'name=c',
  ],
  ...[
    'filename="f"',
    '\t',
    'a',
    'b;c',
    '[',
    ']',
    '.',
    '\0',
    ',',
    '\xc3\xb5',
    '\r\n ',
    '\r\nx',
    ':',
    '\\"',
    '\\\\',
  ],
];

function disposition(below: Below): string {
  if (below(3) === 0) return `form-data; ${some(below, dispositionPieces, 6)}`;
  const name = pick(below, ['a', 'b', 'a b', 'a[]', 'a]b', '[a]', 'a.b', 'x', '']);
  return `form-data; name="${name}"${pick(below, ['', '', '', '', '; x', '; filename="f"', ' ', ';'])}`;
}

const contentPieces = [
  '1',
  'v',
  '\r\n',
  '\n',
  '\r',
  '--',
  '--XX',
  '-',
  '\n--X',
  '\0',
  '\xc3\xb5',
  '\xe4',
  ' ',
  'X',
];

function multipart(below: Below): string {
  const lineEnd = pick(below, ['\r\n', '\r\n', '\r\n', '\n']);
  const part = () => {
    const delimiter = pick(below, [
      '--XX',
      '--XX',
      '--XX',
      '--XX',
      '--XX',
      '--XX',
      '--XX',
      '--XX ',
      '--XX--',
      '--XXX',
      '--XX\0',
    ]);
    const extra = pick(below, [
      '',
      '',
      '',
      `Content-Type: text/plain${lineEnd}`,
      `x${lineEnd}`,
      ` y${lineEnd}`,
    ]);
    const header = pick(below, [
      'Content-Disposition',
      'Content-Disposition',
      'Content-Disposition',
      'content-disposition',
      'Content-Type',
    ]);
    const content = some(below, contentPieces, 5);
    return `${delimiter}${lineEnd}${extra}${header}: ${disposition(below)}${lineEnd}${lineEnd}${content}${lineEnd}`;
  };
  const whole = `${Array.from({ length: 1 + below(4) }, part).join('')}--XX--${lineEnd}`;
  return below(4) === 0 ? whole.slice(0, below(whole.length + 1)) : whole;
}

/** Requests that nobody would think of, a third of them multipart forms. */
export function randomCases(count: number, below: Below): FormCase[] {
  return Array.from({ length: count }, (_, index): FormCase => {
    if (index % 3 === 0) return ofBody(multipart(below), multipartType);
    if (index % 3 === 1) return ofBody(fields(below, pieces), urlencodedType);
    return {
      contentType: urlencodedType,
      query: fields(below, inQuery).replace(/^\?+/, ''),
      body: fields(below, pieces),
    };
  });
}
