import { body } from '../../scripted-transport.ts';
import { faults } from '../faults.ts';
import { echo } from '../good-server.ts';
import { type Document, type Fault, type UseName, useNames, type Way, whens } from '../way.ts';

/** Whatever may stand where something else belongs. */
const odd: Readonly<Record<string, unknown>> = {
  absent: undefined,
  null: null,
  true: true,
  false: false,
  'minus one': -1,
  'a fraction': 12.5,
  'far too much': 1e300,
  'an empty text': '',
  'a text': echo,
  'the name of a prototype': '__proto__',
  'an empty list': [],
  'a list': [echo],
  'an empty object': {},
  'an object': { [echo]: echo },
};

type Expect = (value: unknown, name: string) => Fault | ((use: UseName) => Fault);

const isList = (use: UseName) => use === 'list' || use === 'log' || use === 'bulkList';
/** Lists end by it; a page of a list that makes no sense is not asked for again. */
const total: Expect = (value) => (use) =>
  isList(use) && !(value === undefined || value === null || value === '')
    ? { kind: 'response', atLogin: 'ok' }
    : faults.none;

/** What is right for each odd value of a field. */
const fields: Readonly<Record<string, Expect>> = {
  requestUnixTime: () => faults.none,
  generationTime: () => faults.none,
  recordsInResponse: () => faults.none,
  errorField: () => faults.none,
  responseStatus: () => faults.none,
  errorCode: (value) => (value === undefined ? faults.senseless : faults.contradiction),
  recordsTotal: total,
  request: (value) => (use) => {
    if (value === undefined || value === null || value === '') return faults.none;
    // A bulk request has no name of its own.
    return use === 'bulk' || use === 'bulkList' ? { kind: 'ok', atLogin: 'response' } : faults.senseless;
  },
};

function way(field: string, name: string, value: unknown): Way {
  const fault = fields[field]!(value, name);
  return {
    where: 'status',
    name: `${field} is ${name}`,
    uses: useNames,
    whens,
    fault,
    answer: ({ good }) => body(JSON.stringify(spoilt(good(), field, value))),
  };
}

/** Sub-answers have a total of their own, which counts. */
function spoilt(good: Document, field: string, value: unknown): Document {
  good.status[field] = value;
  if (field === 'recordsTotal') for (const part of good.requests ?? []) part.status[field] = value;
  return good;
}

const contradictions: readonly [name: string, fault: Fault, status: object, records?: unknown][] = [
  ['an error without a code', faults.contradiction, { responseStatus: 'error' }],
  ['errorCode is a number with an escape', faults.contradiction, { errorCode: '1060\u001b[2J' }],
  ['errorCode is a password', faults.contradiction, { errorCode: echo, responseStatus: 'error' }],
  [
    'errorCode is the number of a person',
    faults.contradiction,
    { errorCode: 37_605_030_299, responseStatus: 'error' },
  ],
  ['errorCode is below 0', faults.contradiction, { errorCode: -1060, responseStatus: 'error' }],
  ['errorCode in quotes', { kind: 'api', atLogin: 'credentials' }, { errorCode: '1060' }],
  ['errorField is a password', { kind: 'api' }, { errorCode: 1016, errorField: echo }],
  [
    'errorField is a key that looks like a word',
    { kind: 'api' },
    { errorCode: 1016, errorField: 'CANARYSECRET7f3akey' },
  ],
  [
    'responseStatus "ok" of an error',
    { kind: 'api', atLogin: 'credentials' },
    { errorCode: 1060, responseStatus: 'ok' },
  ],
];

export const statusWays: readonly Way[] = [
  ...Object.keys(fields).flatMap((field) =>
    Object.entries(odd).map(([name, value]) => way(field, name, value)),
  ),
  ...contradictions.map(
    ([name, fault, status]): Way => ({
      where: 'status',
      name,
      uses: useNames,
      whens,
      fault,
      answer: ({ good }) => {
        const document = good();
        return body(JSON.stringify({ ...document, status: { ...document.status, ...status } }));
      },
    }),
  ),
];
