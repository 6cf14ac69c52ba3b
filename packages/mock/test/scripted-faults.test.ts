import { expect, it } from 'vitest';

import { propertyScale } from '@erply-kit/tooling/property';

import type { FaultEffect, FaultMatch, FaultRule } from '../src/index.ts';
import { frozenMock, loggedIn } from './ask.ts';

const code = '100001';

/** Numbers that are the same in each run, made here so that the fake's own have no part in what is expected. */
function numbersOf(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
}

const callNames = ['getBrands', 'getProducts', 'getWarehouses', 'getVatRates', 'saveBrand'] as const;
const paged: readonly string[] = ['getBrands', 'getProducts'];
/** Codes that nothing of this test gives by itself. */
const errorCodes = [1000, 1002, 1003, 1006, 1016, 1021];
const statuses = [429, 500, 502, 503, 504];

interface Asked {
  readonly request: string;
  readonly page: number;
  readonly brand: string;
}

/** A request of the script: a call, or calls in a bulk request. */
interface Sent {
  readonly isBulk: boolean;
  readonly calls: readonly Asked[];
}

function scriptOf(next: (limit: number) => number, length: number): Sent[] {
  const call = (): Asked => ({
    request: callNames[next(callNames.length)] ?? 'getBrands',
    page: 1 + next(3),
    brand: `Brand ${next(5)}`,
  });
  return Array.from({ length }, () => {
    const isBulk = next(4) === 0;
    return { isBulk, calls: Array.from({ length: isBulk ? 1 + next(4) : 1 }, call) };
  });
}

/** Rules that each want to happen once, somewhere in the script. */
function rulesOf(next: (limit: number) => number, script: readonly Sent[], count: number): FaultRule[] {
  return Array.from({ length: count }, (): FaultRule => {
    const sent = script[next(script.length)];
    const position = next(sent?.calls.length ?? 1);
    const call = sent?.calls[position];
    const effect: FaultEffect =
      next(3) === 0
        ? { httpStatus: statuses[next(statuses.length)] ?? 503 }
        : { errorCode: errorCodes[next(errorCodes.length)] ?? 1002 };
    if (sent === undefined || call === undefined) return { effect };
    const kind = next(5);
    const match: FaultMatch = {
      ...(sent.isBulk && kind === 0 ? { request: 'bulk' } : { request: call.request }),
      ...(kind === 1 && paged.includes(call.request) ? { page: call.page } : {}),
      ...(kind === 2 && sent.isBulk ? { subRequest: position } : {}),
      ...(kind === 3 && call.request === 'saveBrand' ? { input: { name: call.brand } } : {}),
      nth: 1 + next(script.length / 4),
    };
    return { match, effect };
  });
}

/** What a request should come to: an HTTP status, or the code of each of its calls (one for a refused bulk request). */
type Outcome = number | readonly number[];

const isAbout = (match: FaultMatch, call: Asked, at: number | undefined) =>
  match.request === call.request &&
  (match.page ?? call.page) === call.page &&
  (match.subRequest === undefined || match.subRequest === at) &&
  (match.input?.name === undefined || match.input.name === call.brand);

/**
 * What should come of the script, by counting: written from the page about faults, without a line of the fake. Of a
 * rule with nth the matching calls are counted, and what it does is done to the one with that number.
 */
function expectationOf(rules: readonly FaultRule[], script: readonly Sent[]) {
  const seen = rules.map(() => 0);
  const fired = rules.map(() => 0);
  const outcomes = script.map((sent): Outcome => {
    const due: { rule: number; at: number | 'whole'; effect: FaultEffect }[] = [];
    for (const [index, { match = {}, effect }] of rules.entries()) {
      if (match.request === 'bulk') {
        if (!sent.isBulk) continue;
        seen[index] = (seen[index] ?? 0) + 1;
        if (seen[index] === match.nth) due.push({ rule: index, at: 'whole', effect });
        continue;
      }
      for (const [position, call] of sent.calls.entries()) {
        if (!isAbout(match, call, sent.isBulk ? position : undefined)) continue;
        seen[index] = (seen[index] ?? 0) + 1;
        if (seen[index] === match.nth)
          due.push({ rule: index, at: sent.isBulk ? position : 'whole', effect });
      }
    }
    const count = (rule: number) => {
      fired[rule] = (fired[rule] ?? 0) + 1;
    };
    // Of what happens to one call, the first rule counts; of what happens to the request, the first rule again.
    const firstOf = (at: number | 'whole') => due.find((each) => each.at === at);
    const chosen = ['whole' as const, ...sent.calls.keys()].flatMap((at) => firstOf(at) ?? []);
    const whole = chosen
      .filter(({ at, effect }) => at === 'whole' || 'httpStatus' in effect)
      .sort((left, right) => left.rule - right.rule)[0];
    if (whole !== undefined) {
      count(whole.rule);
      return 'httpStatus' in whole.effect ? whole.effect.httpStatus : [codeOf(whole.effect)];
    }
    return sent.calls.map((_, position) => {
      const own = chosen.find(({ at }) => at === position);
      if (own === undefined) return 0;
      count(own.rule);
      return codeOf(own.effect);
    });
  });
  return { outcomes, fired };
}

const codeOf = (effect: FaultEffect) => ('errorCode' in effect ? effect.errorCode : 0);

const fieldsOf = ({ request, page, brand }: Asked) =>
  request === 'saveBrand' ? { name: brand } : paged.includes(request) ? { pageNo: page } : {};

/** Two scripts in `pnpm test`, ten and more in `pnpm test:deep`. */
const leastFaults = propertyScale > 1 ? 1000 : 150;

it('fires scripted faults exactly where they were asked for', async () => {
  let faults = 0;
  for (let seed = 1; faults < leastFaults; seed += 1) {
    expect(seed).toBeLessThan(50);
    const next = numbersOf(seed);
    const script = scriptOf(next, 400);
    const rules = rulesOf(next, script, 120);
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock, code);
    const account = mock.account(code);
    for (const rule of rules) account.addFault(rule);
    const expected = expectationOf(rules, script);
    for (const [index, sent] of script.entries()) {
      const requests = sent.calls.map((call) => ({ requestName: call.request, ...fieldsOf(call) }));
      const [first] = sent.calls;
      const fields: Record<string, string> = sent.isBulk
        ? { requests: JSON.stringify(requests) }
        : Object.fromEntries(
            Object.entries({
              request: first?.request ?? '',
              ...(first === undefined ? {} : fieldsOf(first)),
            }).map(([name, value]) => [name, String(value)]),
          );
      const body = new URLSearchParams({ clientCode: code, sessionKey, ...fields });
      const response = await mock.app.request('/api/', { method: 'POST', body });
      const outcome = await outcomeOf(response);
      expect(outcome, `seed ${seed}, request ${index}`).toEqual(expected.outcomes[index]);
    }
    const fired = account.faults().rules.map((rule) => rule.fired);
    expect(fired, `seed ${seed}`).toEqual(expected.fired);
    for (const count of expected.fired) faults += count;
  }
  expect(faults).toBeGreaterThanOrEqual(leastFaults);
});

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.status !== 200) return response.status;
  const answer = (await response.json()) as {
    status: { errorCode: number };
    requests?: { status: { errorCode: number } }[];
  };
  return answer.requests?.map(({ status }) => status.errorCode) ?? [answer.status.errorCode];
}
