import { body, refused } from '../../scripted-transport.ts';
import { echo, sessionKey } from '../good-server.ts';
import { type Fault, useNames, type Way } from '../way.ts';

const key = { userID: '1', sessionKey, sessionLength: 3600 };
const nonsense: Fault = { kind: 'response' };
const fine: Fault = { kind: 'ok' };

/** What the login is answered with, and what is right then. */
const logins: readonly [name: string, fault: Fault, records: unknown, status?: object][] = [
  ['no records', nonsense, undefined],
  ['records that are null', nonsense, null],
  ['an empty list', nonsense, [], { recordsInResponse: 0 }],
  ['an empty list that is announced as one record', nonsense, []],
  ['records that are a text', nonsense, echo],
  ['a record that is null', nonsense, [null]],
  ['a record that is a text', nonsense, [echo]],
  ['a record that is a list', nonsense, [[key]]],
  ['no session key', nonsense, [{ userID: '1', userName: echo }]],
  ['an empty session key', nonsense, [{ userID: '1', sessionKey: '' }]],
  ['a session key that is null', nonsense, [{ userID: '1', sessionKey: null }]],
  ['a session key that is a list', nonsense, [{ userID: '1', sessionKey: [echo] }]],
  ['a session key that is an object', nonsense, [{ userID: '1', sessionKey: { [echo]: echo } }]],
  ['a session key that is true', nonsense, [{ userID: '1', sessionKey: true }]],
  ['an object instead of a list', fine, { ...key }],
  ['two sessions', fine, [key, { ...key, sessionKey: 'other' }]],
  ['a session key with an escape', fine, [{ ...key, sessionKey: echo }]],
  ['a session that lasts 0 seconds', fine, [{ ...key, sessionLength: 0 }]],
  ['a session that lasts -1 seconds', fine, [{ ...key, sessionLength: -1 }]],
  ['a session that lasts for ever', fine, [{ ...key, sessionLength: 1e300 }]],
  ['a session that lasts a text', fine, [{ ...key, sessionLength: echo }]],
  ['a session that lasts null', fine, [{ ...key, sessionLength: null }]],
  ['a session that lasts a list', fine, [{ ...key, sessionLength: [] }]],
  ['a session that lasts a moment', fine, [{ ...key, sessionLength: 1 }]],
  ['the answer of another call', nonsense, [key], { request: 'getProducts' }],
];

const first = { where: 'login', uses: useNames, whens: ['first'] } as const;
const again = { where: 'login', uses: useNames, whens: ['afterLogin'] } as const;

/** The first call is told that its session is over, and the login that follows misbehaves. */
const later = (name: string, kind: Fault['kind'], login: NonNullable<Way['answer']>): Way => ({
  ...again,
  name: `1054, then ${name}`,
  fault: { kind },
  answer: (request) =>
    request.form.get('request') === 'verifyUser'
      ? login(request)
      : request.count === 0
        ? refused(1054)
        : body(JSON.stringify(request.good())),
});

const isFirst = (count: number) => count === 0;

export const loginWays: readonly Way[] = [
  ...logins.map(
    ([name, fault, records, status]): Way => ({
      ...first,
      name: `a login with ${name}`,
      fault,
      answer({ good }) {
        const document = good();
        return body(JSON.stringify({ ...document, status: { ...document.status, ...status }, records }));
      },
    }),
  ),
  ...[1051, 1052, 1053, 1050, 1060, 1065].map((code) =>
    later(`code ${code}`, 'credentials', ({ count, good }) =>
      isFirst(count) ? body(JSON.stringify(good())) : refused(code),
    ),
  ),
  later('code 1054 for the login', 'session', ({ count, good }) =>
    isFirst(count) ? body(JSON.stringify(good())) : refused(1054),
  ),
  later('code 1005 for the login', 'api', ({ count, good }) =>
    isFirst(count) ? body(JSON.stringify(good())) : refused(1005),
  ),
  later('a login without records', 'response', ({ count, good }) =>
    isFirst(count) ? body(JSON.stringify(good())) : body(JSON.stringify({ ...good(), records: [] })),
  ),
  later('a login in HTML', 'response', ({ count, good }) =>
    isFirst(count) ? body(JSON.stringify(good())) : body(echo),
  ),
  later('a login that is not found', 'transport', ({ count, good }) =>
    isFirst(count) ? body(JSON.stringify(good())) : body(echo, 404),
  ),
  later('a login that is mended', 'ok', ({ good }) => body(JSON.stringify(good()))),
];
