import { decodeInput } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Session } from '../account/sessions.ts';
import type { FaultCandidate } from '../faults/match.ts';
import { type Parameters, subRequestParameters, textOf } from '../wire/parameters.ts';
import { accountOf, type RequestContext, type SubRequest } from './context.ts';
import { callNamed } from './gates/call-name.ts';
import { ownParameters } from './gates/validation.ts';

function pageOf(parameters: Parameters): number {
  const page = Number(textOf(parameters, 'pageNo') ?? '');
  return Number.isInteger(page) && page > 0 ? page : 1;
}

/** Inputs of a call, decoded when a rule asks for one. */
function inputReader(request: string, parameters: Parameters): (input: string) => readonly unknown[] {
  const call = callNamed(request);
  let decoded: Readonly<Record<string, unknown>> | undefined;
  return (name) => {
    if (call === undefined) return [];
    decoded ??= decodeInput(call, ownParameters(call, parameters)).input;
    return [decoded[name], parameters.get(name)].filter((value) => value !== undefined);
  };
}

/** The session that a request may use; none where its calls do not look at it. */
export function sessionInUse(context: RequestContext): Session | undefined {
  const session = accountOf(context).sessions.find(context.protocol.sessionKey);
  const names = context.subRequests?.map(({ name }) => name) ?? [context.name.name];
  const isUsed = names.some((name) => callNamed(name)?.session !== 'none');
  return isUsed && session !== undefined && session.expiresAt > accountOf(context).now()
    ? session
    : undefined;
}

const userNameOf = (account: Account, session: Session | undefined) =>
  session === undefined ? undefined : account.users.get(session.userID)?.userName;

function callCandidate(
  context: RequestContext,
  call: { readonly request: string; readonly parameters: Parameters },
): Omit<FaultCandidate, 'kind'> {
  const { request, parameters } = call;
  const definition = callNamed(request);
  const session = sessionInUse(context);
  const login = request === 'verifyUser' ? textOf(parameters, 'username') : undefined;
  return {
    request,
    page:
      definition !== undefined && Object.hasOwn(definition.input(), 'pageNo')
        ? pageOf(parameters)
        : undefined,
    user: login ?? userNameOf(accountOf(context), session),
    hasSession: session !== undefined,
    valuesOf: inputReader(request, parameters),
  };
}

/** An HTTP request to the classic API as rules see it. */
export function requestCandidate(context: RequestContext): FaultCandidate {
  if (context.subRequests === undefined) {
    const { name, parameters } = context;
    return { kind: 'single', ...callCandidate(context, { request: name.name, parameters }) };
  }
  const session = sessionInUse(context);
  return {
    kind: 'bulk',
    request: 'bulk',
    user: userNameOf(accountOf(context), session),
    hasSession: session !== undefined,
    valuesOf: () => [],
  };
}

/** A sub-request of a bulk request as rules see it. */
export function subRequestCandidate(
  context: RequestContext,
  { name, item }: SubRequest,
  subRequest: number,
): FaultCandidate {
  const parameters = subRequestParameters(item);
  return { kind: 'subRequest', subRequest, ...callCandidate(context, { request: name, parameters }) };
}

/** The download of a report link as rules see it. */
export const reportCandidate: FaultCandidate = {
  kind: 'report',
  request: 'report',
  hasSession: false,
  valuesOf: () => [],
};
