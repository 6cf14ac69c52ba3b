import { createMock } from '@erply-kit/mock';
import { type AnyCall, calls } from '@erply-kit/schemas';

import { exampleAccount, exampleParameters } from './example-request.ts';

/** The clock of the examples stands still, so that a page made twice is the same. */
const now = '2026-03-02T09:30:00Z';

/** The examples that come before another, so that there is something to delete or to report. */
function earlierExamples(call: AnyCall): readonly AnyCall[] {
  if (call.name === calls.getUserOperationsLog.name) return [calls.saveProduct, calls.deleteProduct];
  if (call.effect !== 'delete') return [];
  return everyCall.filter(({ table, right }) => table === call.table && right === 'save');
}

const everyCall: readonly AnyCall[] = Object.values(calls);

interface Answer {
  readonly status: { readonly errorCode: number };
  readonly records?: unknown;
}

/** What the fake answers to the example request of a call: JSON with the first record, without keys. */
export async function exampleAnswer(call: AnyCall): Promise<string> {
  // Some examples write, so each has a fake of its own.
  const { app, account } = createMock({ seed: 1, now, frozen: true });
  account(exampleAccount)
    .data('users')
    .update(1, { ...calls.switchUser.example });
  const login = await send(app, calls.verifyUser, {});
  const [{ sessionKey, identityToken }] = login.records as [{ sessionKey: string; identityToken: string }];
  for (const earlier of earlierExamples(call)) await send(app, earlier, { sessionKey });
  const isForToken = call.name === calls.verifyIdentityToken.name;
  const { status, records } = await send(app, call, isForToken ? { jwt: identityToken } : { sessionKey });
  const shown = { status, records: Array.isArray(records) ? records.slice(0, 1) : records };
  return JSON.stringify(shown, (name, value) => (secrets.includes(name) ? '…' : value), 2);
}

const secrets = ['sessionKey', 'identityToken', 'token'];

type App = ReturnType<typeof createMock>['app'];

async function send(app: App, call: AnyCall, secret: Record<string, string>): Promise<Answer> {
  const common = { clientCode: exampleAccount, request: call.name };
  const body = new URLSearchParams({ ...common, ...Object.fromEntries(exampleParameters(call)), ...secret });
  const response = await app.request('/api/', { method: 'POST', body });
  const answer = (await response.json()) as Answer;
  const { errorCode } = answer.status;
  if (errorCode !== 0) throw new Error(`${call.name}: the fake refuses the example with ${errorCode}`);
  return answer;
}
