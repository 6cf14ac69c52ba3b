import { type FaultEffect, type FaultMatch, isOfReport } from './fault-rule.ts';

/** A request as rules see it. */
export interface FaultCandidate {
  readonly kind: 'single' | 'bulk' | 'subRequest' | 'report';
  /** The call that it names, or `bulk`. */
  readonly request: string;
  /** `undefined` where the call has no pages. */
  readonly page?: number | undefined;
  readonly subRequest?: number;
  readonly user?: string | undefined;
  /** There is a session that can end. */
  readonly hasSession: boolean;
  /** An input as it was read and as it was sent; none where it was not sent. */
  valuesOf(input: string): readonly unknown[];
}

const isNumeric = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));

/** Numbers are the same as text and as numbers, flags as 1 and as true; of an object only what is expected is compared. */
function isSame(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((item, index) => isSame(item, actual[index]));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return false;
    return Object.entries(expected).every(
      ([name, value]) =>
        Object.hasOwn(actual, name) && isSame(value, (actual as Record<string, unknown>)[name]),
    );
  }
  if (typeof expected === 'boolean') return isSame(Number(expected), Number(actual));
  if (isNumeric(expected) && isNumeric(actual)) return Number(expected) === Number(actual);
  return expected === actual;
}

/** A match that names nothing of a call is about HTTP requests, of which a bulk request is one. */
const isAboutCalls = ({ request, page, input, subRequest }: FaultMatch) =>
  (request !== undefined && request !== 'bulk') ||
  page !== undefined ||
  input !== undefined ||
  subRequest !== undefined;

/** The rest of a match, beside `nth`, fits a request. */
export function fits(match: FaultMatch, candidate: FaultCandidate): boolean {
  const { request, page, subRequest, user, input, report } = match;
  if ((report === true) !== (candidate.kind === 'report')) return false;
  if (candidate.kind === 'subRequest' && !isAboutCalls(match)) return false;
  if (request !== undefined && request !== candidate.request) return false;
  if (page !== undefined && page !== candidate.page) return false;
  if (subRequest !== undefined && subRequest !== candidate.subRequest) return false;
  if (user !== undefined && user !== candidate.user) return false;
  return Object.entries(input ?? {}).every(([name, expected]) =>
    candidate.valuesOf(name).some((actual) => isSame(expected, actual)),
  );
}

/** The effect can happen to a request at all. */
export function canMeet(effect: FaultEffect, { kind, hasSession }: FaultCandidate): boolean {
  if (kind === 'report') return isOfReport(effect);
  return !('expireSession' in effect) || hasSession;
}
