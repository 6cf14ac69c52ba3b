import { calls } from '@erply-kit/schemas';

import {
  type Attacker,
  below,
  isOneIn,
  jsonValue,
  oddName,
  oddValue,
  pick,
  times,
  word,
} from './hostile-words.ts';

export type Field = readonly [name: string, value: string];

export const callNames = Object.keys(calls);
const inputsOf = new Map(Object.entries(calls).map(([name, call]) => [name, Object.keys(call.input())]));
export const protocolNames: readonly string[] = [
  'clientCode',
  'sessionKey',
  'request',
  'requests',
  'responseType',
  'responseMode',
  'getFields',
  'lang',
  'version',
  'requestID',
  'requestName',
  'sendContentType',
  'setContentType',
  'partnerKey',
  'username',
  'password',
];

const field = (name: string, value: string): Field => [name, value];

/** A client code, each time another one: most could be an account's, some cannot. Logins are never sent to these. */
const strangeCode = (attacker: Attacker): string =>
  isOneIn(attacker, 4) ? oddValue(attacker) : `x${word(attacker, 1 + below(attacker, 34))}`;

/** Who asks: a session, a session's account with another key, or a stranger. */
function credentials(attacker: Attacker): Field[] {
  const { clientCode, sessionKey } = pick(attacker, attacker.sessions);
  const share = below(attacker, 10);
  if (share < 6) return [field('clientCode', clientCode), field('sessionKey', sessionKey)];
  const key = isOneIn(attacker, 2) ? word(attacker, 44) : oddValue(attacker);
  const code = share < 8 ? clientCode : strangeCode(attacker);
  return isOneIn(attacker, 4)
    ? [field('clientCode', code)]
    : [field('clientCode', code), field('sessionKey', key)];
}

/** Any call with a few of its own inputs, which are as likely nonsense as not. */
export function callFields(attacker: Attacker, name = pick(attacker, callNames)): Field[] {
  const inputs = inputsOf.get(name) ?? [];
  const some = times(below(attacker, 6), () =>
    field(inputs.length === 0 ? oddName(attacker) : pick(attacker, inputs), oddValue(attacker)),
  );
  const extras: Field[] = [
    ['getFields', pick(attacker, ['productID', 'name,,', 'x', ',', '__proto__', word(attacker, 300)])],
    ['responseType', pick(attacker, ['JSON', 'XML', 'CSV', 'xml', '', 'garbage', '\0'])],
    ['responseMode', pick(attacker, ['detail', 'normal', 'x'])],
    ['sendContentType', pick(attacker, ['1', '0', 'x'])],
    ['lang', pick(attacker, ['est', 'eng', 'klingon', ''])],
    [oddName(attacker), oddValue(attacker)],
  ];
  return [field('request', name), ...some, ...extras.filter(() => isOneIn(attacker, 6))];
}

/** Writes: products come, change and go, and secrets are guessed wrong. */
function writeFields(attacker: Attacker): Field[] {
  const productID = String(1 + below(attacker, 250));
  const secret = word(attacker, 9);
  switch (below(attacker, 5)) {
    case 0:
      return [...callFields(attacker, 'saveProduct'), ['groupID', '1'], ['name', oddValue(attacker)]];
    case 1:
      return [...callFields(attacker, 'saveProduct'), ['productID', productID]];
    case 2:
      return [field('request', 'deleteProduct'), ['productID', productID]];
    case 3:
      return [
        field('request', 'changePassword'),
        ['oldPassword', secret],
        ['newPassword', oddValue(attacker)],
      ];
    default:
      return [field('request', 'switchUser'), ['cardCode', secret]];
  }
}

function subRequest(attacker: Attacker): object {
  const fields = callFields(attacker).slice(1);
  const name = isOneIn(attacker, 4)
    ? jsonValue(attacker)
    : pick(attacker, [...callNames, 'saveSalesDocument']);
  return {
    ...(isOneIn(attacker, 9) ? {} : { requestName: name }),
    ...(isOneIn(attacker, 3) ? {} : { requestID: jsonValue(attacker) }),
    ...Object.fromEntries(fields),
    ...(isOneIn(attacker, 3) ? { [oddName(attacker)]: jsonValue(attacker) } : {}),
  };
}

const nested = (opened: string, inside: string, closed: string) =>
  opened.repeat(10_000) + inside + closed.repeat(10_000);

function bulkText(attacker: Attacker): string {
  switch (below(attacker, 24)) {
    case 0:
      return pick(attacker, [
        '[',
        '{}',
        'null',
        '[[]]',
        '[null]',
        '[1,"x"]',
        '',
        '[{"requestName":}]',
        '[{}',
        '[]',
      ]);
    case 1:
      return pick(attacker, ['['.repeat(10_000), nested('[', '', ']'), nested('{"a":', '1', '}')]);
    case 2:
      return `[{"requestName":${JSON.stringify(pick(attacker, callNames))},"${pick(attacker, ['requestID', 'requestName', 'productID', 'x'])}":${nested('[', '', ']')}}]`;
    case 3:
      return JSON.stringify(times(101, () => ({ requestName: 'getWarehouses' })));
    case 4:
      return isOneIn(attacker, 4) ? JSON.stringify(times(5000, () => subRequest(attacker))) : '[{}]';
    case 5:
      return '[{"__proto__":{"requestName":"getWarehouses"},"constructor":1,"requestName":"getWarehouses"}]';
    default:
      return JSON.stringify(times(below(attacker, 8), () => subRequest(attacker)));
  }
}

/** The large ones, each dear: thousands of parameters, long names and values. */
function largeFields(attacker: Attacker): Field[] {
  const known = credentials(attacker);
  const name = pick(attacker, ['getProducts', 'saveProduct', 'getWarehouses']);
  switch (below(attacker, 5)) {
    case 0:
      return [...known, ['request', name], ...times(10_000, (i) => field(`p${i}`, 'x'))];
    case 1:
      return [...known, ['request', name], ...times(10_000, () => field('list[]', 'x'))];
    case 2:
      return [...known, ['request', name], ['n'.repeat(100_000), 'x']];
    case 3:
      return [...known, ['request', name], [pick(attacker, protocolNames), 'v'.repeat(1_000_000)]];
    default:
      return [...known, ['request', name], ['unknownName'.repeat(3), '\0'.repeat(300_000)]];
  }
}

export function fieldsOf(attacker: Attacker): { readonly kind: string; readonly fields: readonly Field[] } {
  const share = below(attacker, 100);
  const known = credentials(attacker);
  if (share < 2) return { kind: 'large', fields: largeFields(attacker) };
  if (share < 20) return { kind: 'write', fields: [...known, ...writeFields(attacker)] };
  if (share < 40) {
    const format = isOneIn(attacker, 4) ? [field('responseType', 'XML')] : [];
    return { kind: 'bulk', fields: [...known, ['requests', bulkText(attacker)], ...format] };
  }
  if (share < 50) {
    const arrays = times(1 + below(attacker, 3), () => {
      const name = pick(attacker, protocolNames);
      return field(`${name}${pick(attacker, ['[]', '[a]', '[a][b]', '['])}`, oddValue(attacker));
    });
    return { kind: 'arrays', fields: [...known, ...callFields(attacker), ...arrays] };
  }
  if (share < 60) {
    const odd = times(1 + below(attacker, 9), () => field(oddName(attacker), oddValue(attacker)));
    return { kind: 'names', fields: [...known, ...callFields(attacker), ...odd] };
  }
  return { kind: 'call', fields: [...known, ...callFields(attacker)] };
}
