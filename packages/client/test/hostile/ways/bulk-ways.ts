import { body } from '../../scripted-transport.ts';
import { faults } from '../faults.ts';
import { echo } from '../good-server.ts';
import type { Document, Fault, Way } from '../way.ts';

type Part = NonNullable<Document['requests']>[number];

/** Sub-answers that cannot be those of the sub-requests. */
const mixed: readonly [name: string, parts: (parts: Part[]) => unknown][] = [
  ['no sub-answers', () => undefined],
  ['sub-answers that are null', () => null],
  ['sub-answers that are a text', () => echo],
  ['sub-answers that are an object', (parts) => ({ ...parts })],
  ['none of them', () => []],
  ['one too few', (parts) => parts.slice(0, -1)],
  ['one too many', (parts) => [...parts, parts[0]]],
  ['the last one doubled', (parts) => [...parts.slice(0, -1), ...parts.slice(-1), ...parts.slice(-1)]],
  ['the first requestID of 2', (parts) => withStatus(parts, { requestID: 2 })],
  ['a requestID of 0', (parts) => withStatus(parts, { requestID: 0 })],
  ['no requestID', (parts) => withStatus(parts, { requestID: undefined })],
  ['a requestID that is null', (parts) => withStatus(parts, { requestID: null })],
  ['a requestID that is a password', (parts) => withStatus(parts, { requestID: echo })],
  ['a requestID that is a list', (parts) => withStatus(parts, { requestID: [1, 1] })],
  ['a requestID of 1.5', (parts) => withStatus(parts, { requestID: 1.5 })],
  ['the name of another call', (parts) => withStatus(parts, { requestName: 'getBrands' })],
  ['a name that is a password', (parts) => withStatus(parts, { requestName: echo })],
  ['a name that is a number', (parts) => withStatus(parts, { requestName: 7 })],
  ['no status', (parts) => [{ records: parts[0]?.records }, ...parts.slice(1)]],
  ['a status that is null', (parts) => [{ status: null }, ...parts.slice(1)]],
  ['a status that is a text', (parts) => [{ status: echo }, ...parts.slice(1)]],
  ['a sub-answer that is null', (parts) => [null, ...parts.slice(1)]],
  ['a sub-answer that is a text', (parts) => [echo, ...parts.slice(1)]],
  ['a sub-answer that is a list', (parts) => [[parts[0]], ...parts.slice(1)]],
  ['announced records that did not come', (parts) => [{ ...parts[0], records: [] }, ...parts.slice(1)]],
];

const withStatus = ([first, ...rest]: Part[], status: object) => [
  { ...first, status: { ...first?.status, ...status } },
  ...rest,
];

/** One sub-answer that is refused, or contradicts itself; the first one asks for products. */
const spoilt: readonly [name: string, fault: Fault, status: object][] = [
  ['code 1016', { kind: 'api' }, { errorCode: 1016, responseStatus: 'error', errorField: echo }],
  ['code 1060', { kind: 'api' }, { errorCode: 1060, responseStatus: 'error' }],
  ['code 1054', { kind: 'session' }, { errorCode: 1054, responseStatus: 'error' }],
  ['code 1002', { kind: 'quota' }, { errorCode: 1002, responseStatus: 'error' }],
  ['an errorCode that is a password', { kind: 'response' }, { errorCode: echo }],
  ['an errorCode that is absent', { kind: 'response' }, { errorCode: undefined }],
  ['an errorCode that is null', { kind: 'response' }, { errorCode: null }],
  ['an errorCode that is empty', { kind: 'response' }, { errorCode: '' }],
  ['an errorCode that is a list', { kind: 'response' }, { errorCode: [0] }],
  ['an error without a code', { kind: 'response' }, { responseStatus: 'error' }],
];

const way = {
  where: 'bulk',
  uses: ['bulk', 'bulkList'],
  whens: ['afterLogin', 'afterPage', 'once'],
} as const;
const answer =
  (change: (parts: Part[]) => unknown): NonNullable<Way['answer']> =>
  ({ good }) => {
    const document = good();
    return body(JSON.stringify({ ...document, requests: change(document.requests ?? []) }));
  };

export const bulkWays: readonly Way[] = [
  ...mixed.map(([name, change]): Way => ({ ...way, name, fault: faults.senseless, answer: answer(change) })),
  {
    ...way,
    name: 'backwards',
    fault: faults.senseless,
    uses: ['bulk'],
    answer: answer((parts) => parts.toReversed()),
  },
  {
    ...way,
    name: 'each of them the first',
    fault: faults.senseless,
    uses: ['bulk'],
    answer: answer((parts) => parts.map(() => parts[0])),
  },
  ...spoilt.map(
    ([name, fault, status]): Way => ({
      ...way,
      name: `a sub-answer with ${name}`,
      fault,
      answer: answer((parts) => withStatus(parts, status)),
    }),
  ),
  {
    ...way,
    name: 'the answer of a single call',
    fault: faults.senseless,
    answer: ({ good }) => body(JSON.stringify({ ...good(), ...good().requests?.[0], requests: undefined })),
  },
];
