import { type AnyCall, calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type FaultEffect, type FaultMatch, type FaultRule, isOfReport } from '../../faults/fault-rule.ts';
import { callNamed } from '../../request/gates/call-name.ts';
import { checkBody, unknownName } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { checkMutations, type SentMutation } from './check-mutations.ts';
import { effectBody, ruleBody } from './fault-schema.ts';

const refuse = (reason: string): never => {
  throw new ControlError(400, reason);
};

const inputsOf = (call: AnyCall) => Object.keys(call.input());

/** Calls that a match may be about. */
function callsOf({ request }: FaultMatch): readonly AnyCall[] {
  const call = callNamed(request);
  return call === undefined ? Object.values(calls) : [call];
}

function checkRequest({ shared }: Account, match: FaultMatch): void {
  const { request } = match;
  if (request === undefined || callNamed(request) !== undefined || shared.stubNames.has(request)) return;
  if (request !== 'bulk')
    refuse(`match.request: ${unknownName('there is no call', request, [...Object.keys(calls), 'bulk'])}`);
  for (const part of ['page', 'subRequest', 'input'] as const)
    if (match[part] !== undefined)
      refuse(`match.${part} is not for a bulk request as a whole: name the call of its sub-requests`);
}

function checkInputs(match: FaultMatch): void {
  const { request, page, input } = match;
  const known = new Set(callsOf(match).flatMap(inputsOf));
  if (page !== undefined && !known.has('pageNo')) refuse(`match.page: ${request} has no pages`);
  for (const name of Object.keys(input ?? {}))
    if (!known.has(name))
      refuse(
        `match.input: ${unknownName(`${request ?? 'no call'} has ${request === undefined ? 'an' : 'no'} input`, name, [...known])}`,
      );
  // A rule is kept, shown and written to the state file as it is.
  const secret = new Set(callsOf(match).flatMap((call) => call.secret ?? []));
  for (const name of Object.keys(input ?? {}))
    if (secret.has(name))
      refuse(
        `match.input: ${name} is secret, and a rule would keep it: match the user or the request instead`,
      );
}

function checkReport(match: FaultMatch, effect: FaultEffect): void {
  for (const part of ['request', 'page', 'subRequest', 'user', 'input'] as const)
    if (match[part] !== undefined) refuse(`match.${part} is not for report links: they are not calls`);
  if (!isOfReport(effect)) refuse(`${Object.keys(effect)[0]} cannot happen to the download of a report link`);
}

/** A login may name a user that there is not; who calls with a session is one of the account's. */
function checkUser(account: Account, { user, request }: FaultMatch): void {
  if (user === undefined || request === 'verifyUser') return;
  if (callNamed(request)?.session === 'none')
    refuse(`match.user: ${request} has no session, so nobody knows whose it is`);
  if (account.users.named(user) !== undefined) return;
  const names = account.users.all().map(({ userName }) => userName);
  refuse(`match.user: ${unknownName('there is no user', user, names)}; add users before their faults`);
}

function checkEffect(match: FaultMatch, effect: FaultEffect): void {
  if (
    'expireSession' in effect &&
    match.request !== 'bulk' &&
    callsOf(match).every(({ session }) => session === 'none')
  )
    refuse(`expireSession cannot happen to ${match.request}: it has no session`);
}

/** Reads an effect: what it changes has to be there. */
function effectOf(account: Account | undefined, body: unknown): FaultEffect {
  const effect = body as FaultEffect;
  if (account === undefined || !('mutate' in effect)) return effect;
  return { ...effect, mutate: checkMutations(account, effect.mutate as readonly SentMutation[]) };
}

/**
 * Reads a rule.
 * @throws ControlError 400 that says what is wrong, or why it could never match.
 */
export function checkRule(account: Account, body: unknown): FaultRule {
  const sent = checkBody(ruleBody(), body) as FaultRule;
  const match = sent.match ?? {};
  if (match.report) checkReport(match, sent.effect);
  checkRequest(account, match);
  checkInputs(match);
  checkUser(account, match);
  checkEffect(match, sent.effect);
  return structuredClone({ ...sent, effect: effectOf(account, sent.effect) });
}

/**
 * Reads the one effect that a request brings itself.
 * @throws ControlError 400
 */
export function checkOwnEffect(
  body: unknown,
  target: { readonly account: Account | undefined; readonly isReport: boolean },
): FaultEffect {
  const effect = effectOf(target.account, checkBody(effectBody(), body));
  if (target.isReport) checkReport({}, effect);
  return effect;
}
