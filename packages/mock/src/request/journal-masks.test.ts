import { expect, it } from 'vitest';

import { type AnyCall, calls, wireOf } from '@erply-kit/schemas';

import { ask, frozenMock, loggedIn } from '../../test/ask.ts';
import type { Mock } from '../index.ts';

const allCalls = Object.entries(calls) as [string, AnyCall][];

const unwrapped = (schema: any) => (schema.type === 'optional' ? schema.unwrap() : schema);

/** Every parameter of a call with the input that it belongs to, numbered ones with the number 1. */
function parametersOf(call: AnyCall): [parameter: string, input: string][] {
  return Object.entries(call.input()).flatMap(([input, schema]): [string, string][] => {
    const kind = wireOf(schema as any)?.name;
    if (kind === 'perNumber') return [[`${input}1`, input]];
    if (kind === 'perWord') return [[`${input}-CARD`, input]];
    if (kind !== 'rows') return [[input, input]];
    return Object.keys(unwrapped(schema).element.shape).map((cell) => [`${cell}1`, input]);
  });
}

/** Each call is asked in an account of its own; names of calls are too long for its code. */
const codeOf = ({ name }: AnyCall) => `call-${allCalls.findIndex(([other]) => other === name)}`;

const secretOf = (call: AnyCall): readonly string[] => call.secret ?? [];
const secretParameters = allCalls.flatMap(([, call]) => secretOf(call));

const canary = (name: string) => `CANARY.${name}.`;
const canaries = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, canary(name)]));

/** Everything that the fake tells about an account's requests. */
function told(mock: Mock, lines: readonly string[], clientCode = '100001'): string {
  const account = mock.account(clientCode);
  const miss = account.verify({ request: 'verifyUser', input: { password: 'another' } });
  return JSON.stringify([account.journal(), miss, lines]);
}

/**
 * Asks with a canary in every parameter, alone and in a bulk request, and with those that another call has, in an account
 * of its own.
 */
async function askAll(mock: Mock, call: AnyCall, names: readonly string[]): Promise<void> {
  const { call: one, bulk } = await loggedIn(mock, codeOf(call));
  await one(call.name, canaries(names));
  await bulk([{ requestName: call.name, ...canaries(names) }]);
  const foreign = secretParameters.filter((name) => !Object.hasOwn(call.input(), name));
  await one(call.name, canaries(foreign));
  await bulk([{ requestName: call.name, ...canaries(foreign) }]);
  await ask(mock, {
    clientCode: codeOf(call),
    request: call.name,
    sessionKey: canary('key'),
    ...canaries(names),
  });
}

for (const journal of ['masked', 'full'] as const) {
  const lines: string[] = [];
  const mock = frozenMock({ journal, onNote: (line) => lines.push(line), documents: 0 });

  it.each(allCalls)(
    `shows of %s in a journal that is ${journal} what it may, and no secret`,
    async (_, call) => {
      lines.length = 0;
      const parameters = parametersOf(call);
      await askAll(
        mock,
        call,
        parameters.map(([name]) => name),
      );
      const text = told(mock, lines, codeOf(call));
      for (const [name, input] of parameters) {
        const isShown = journal === 'full' ? !secretOf(call).includes(input) : call.loggable.includes(input);
        expect(text.includes(canary(name)), name).toBe(isShown);
      }
      for (const name of secretParameters) expect(text).not.toContain(canary(name));
      for (const secret of ['demouser', canary('key')]) expect(text).not.toContain(secret);
    },
  );
}

it('shows nothing of what no call has, misspelled secrets of a known one included', async () => {
  const mock = frozenMock({ journal: 'full' });
  const names = ['pasword', 'Password', 'sessionkey', 'password[]', 'partnerKey', 'x'];
  for (const request of ['verifyUser', 'nothing', '', 'getProducts'])
    await ask(mock, { clientCode: '100001', request, ...canaries(names) });
  const requests = JSON.stringify([{ requestName: 'verifyUser', ...canaries(names), password: ['CANARY'] }]);
  await ask(mock, { clientCode: '100001', requests });
  expect(told(mock, [])).not.toContain('CANARY');
});

it('stands for the same masked value by the same number, and for a session by that of its login', async () => {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  const { sessionKey } = await loggedIn(mock);
  for (const code of ['A', 'B', 'A', '']) await call('getProducts', { code, name: code });
  await ask(mock, { clientCode: '100001', request: 'getProducts', sessionKey, code: 'A' });
  const { entries } = mock.account('100001').journal({ request: 'getProducts' });
  expect(entries.map(({ parameters }) => parameters)).toEqual([
    { sessionKey: '<session:1>', code: '<masked:3>', name: '<masked:3>' },
    { sessionKey: '<session:1>', code: '<masked:4>', name: '<masked:4>' },
    { sessionKey: '<session:1>', code: '<masked:3>', name: '<masked:3>' },
    { sessionKey: '<session:1>', code: '', name: '' },
    { sessionKey: '<session:2>', code: '<masked:3>' },
  ]);
});
