import { body } from '../../scripted-transport.ts';
import { faults } from '../faults.ts';
import { echo } from '../good-server.ts';
import { type Document, type Fault, type Request, useNames, type Way, whens } from '../way.ts';

const json = (name: string, fault: Fault, text: (good: Document, request: Request) => string): Way => ({
  where: 'json',
  name,
  uses: useNames,
  whens,
  fault,
  answer: (request) => body(text(request.good(), request)),
});

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const withFirstRecord = (good: Document, field: string) =>
  JSON.stringify(good).replace(/("records":\[\{|"requests":\[\{)/, `$1${field},`);

/** Answers that are not JSON of Erply's. */
const broken: readonly [name: string, text: (good: string) => string][] = [
  ['nothing', () => ''],
  ['blanks', () => ' \r\n\t '],
  ['null', () => 'null'],
  ['a boolean', () => 'true'],
  ['a number', () => '0'],
  ['a text', () => JSON.stringify(echo)],
  ['a list', () => '[]'],
  ['a list of answers', (good) => `[${good}]`],
  ['an empty object', () => '{}'],
  ['a page of HTML', () => `<html><body>${echo}</body></html>`],
  ['a trace of PHP', () => `Fatal error: ${echo} in /srv/api.php on line 7`],
  ['a trace of PHP before the answer', (good) => `<br />Warning: ${echo}<br />${good}`],
  ['XML', () => `<?xml version="1.0"?><response><status>${echo}</status></response>`],
  ['one character less', (good) => good.slice(0, -1)],
  ['half of it', (good) => good.slice(0, good.length / 2)],
  ['the first character', (good) => good.slice(0, 1)],
  ['it twice', (good) => good + good],
  ['a comma too much', (good) => good.replace(/\}$/, ',}')],
  ['single quotes', (good) => good.replaceAll('"', "'")],
  ['NUL inside', (good) => `${good.slice(0, 20)}\0${good.slice(20)}`],
  ['JSONP', (good) => `callback(${good})`],
  ['UTF-16', (good) => good.replaceAll(/(.)/gs, '$1\0')],
  ['NaN', (good) => good.replace('0.01', 'NaN')],
  ['a status that is null', () => '{"status":null,"records":[]}'],
  ['a status that is a text', () => JSON.stringify({ status: echo, records: [] })],
  ['a status that is a list', () => '{"status":[],"records":[]}'],
  ['a status without errorCode', () => '{"status":{"responseStatus":"ok"},"records":[]}'],
  ['a million brackets that nobody closes', () => '['.repeat(1_000_000)],
  ['a million brackets', () => nested(500_000)],
];

/** Answers that can be read, odd as they are. */
const odd: readonly [name: string, text: (good: Document) => string][] = [
  ['a byte order mark', (good) => `\ufeff${JSON.stringify(good)}`],
  ['blanks around it', (good) => `\r\n\r\n ${JSON.stringify(good, undefined, 2)} \n`],
  ['a deep field in a record', (good) => withFirstRecord(good, `"deep":${nested(12_000)}`)],
  [
    'a deep field in the status',
    (good) => JSON.stringify(good).replace('{"status":{', `{"status":{"deep":${nested(12_000)},`),
  ],
  [
    'a deep field beside the status',
    (good) => JSON.stringify(good).replace('{', `{"deep":${nested(12_000)},`),
  ],
  ['a number that is infinite', (good) => withFirstRecord(good, '"grossWeight":1e999')],
  ['a text of 200 kB', (good) => withFirstRecord(good, `"longdesc":"${'x'.repeat(200_000)}"`)],
  [
    '10,000 fields',
    (good) => withFirstRecord(good, Array.from({ length: 10_000 }, (_, n) => `"field${n}":0`).join()),
  ],
  ['half a surrogate pair', (good) => withFirstRecord(good, '"longdesc":"\\ud800"')],
  ['__proto__ in a record', (good) => withFirstRecord(good, '"__proto__":{"polluted":1}')],
  ['constructor in a record', (good) => withFirstRecord(good, '"constructor":{"prototype":{"polluted":1}}')],
  ['toJSON in a record', (good) => withFirstRecord(good, '"toJSON":"no function"')],
  ['then in a record', (good) => withFirstRecord(good, '"then":"no function"')],
  [
    '__proto__ in the status',
    (good) => JSON.stringify(good).replace('{"status":{', '{"status":{"__proto__":{"errorCode":1},'),
  ],
  [
    'the status twice, the first one bad',
    (good) => JSON.stringify(good).replace('{', '{"status":{"errorCode":1060},'),
  ],
  [
    'errorCode twice, the first one bad',
    (good) => JSON.stringify(good).replaceAll('"errorCode":0', '"errorCode":1060,"errorCode":0'),
  ],
];

const last: readonly [name: string, fault: Fault, text: (good: Document) => string][] = [
  [
    'the status twice, the last one bad',
    { kind: 'api', atLogin: 'credentials' },
    (good) => JSON.stringify(good).replace(/\}$/, ',"status":{"errorCode":1060}}'),
  ],
  [
    'errorCode twice, the last one bad',
    { kind: 'api', atLogin: 'credentials' },
    (good) => JSON.stringify(good).replaceAll('"errorCode":0', '"errorCode":0,"errorCode":1060'),
  ],
  [
    'more than a MiB',
    faults.tooLarge,
    (good) => JSON.stringify({ ...good, padding: 'x'.repeat((good.requests ? 4.1 : 1.1) * 1024 * 1024) }),
  ],
  [
    '100,000 brackets in a record',
    faults.senseless,
    (good) => withFirstRecord(good, `"deep":${nested(100_000)}`),
  ],
  [
    '100,000 empty records',
    faults.senseless,
    (good) => JSON.stringify(good).replace(/\}$/, `,"more":[${'{},'.repeat(100_000)}0]}`),
  ],
];

export const jsonWays: readonly Way[] = [
  ...broken.map(([name, text]) => json(name, faults.senseless, (good) => text(JSON.stringify(good)))),
  ...odd.map(([name, text]) => json(name, faults.none, text)),
  ...last.map(([name, fault, text]) => json(name, fault, text)),
];
