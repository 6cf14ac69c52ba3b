import * as z from 'zod';

import type { Account } from './account/account.ts';
import type { JournalEntry } from './account/journal-entry.ts';
import type { SavedAccount } from './account/saved-account.ts';
import { assembleMock, type Mock } from './create-mock.ts';
import type { MockOptions } from './options.ts';
import { type Bundle, bundleFormat, bundleVersion } from './repro/bundle.ts';
import { type RecordedRequest, requestsOf } from './repro/requests-of.ts';
import { callNamed } from './request/gates/call-name.ts';
import { AccountReader } from './state-file/saved-account-lines.ts';
import { originOf } from './state-file/state-origin.ts';

/** Where an answer is not what it was. */
export interface ReplayDifference {
  /** The ID of the journal entry. */
  readonly entry: number;
  readonly request: string;
  readonly field: string;
  readonly was: unknown;
  readonly is: unknown;
}

export interface ReplayResult {
  /** Requests that were asked again. */
  readonly asked: number;
  /**
   * Requests that were not, because an input of theirs is not known, or because they came beside others, or after those,
   * and it is not known which came first.
   */
  readonly skipped: number;
  /**
   * Those of them that may have changed something, if only how often a fault has matched, so that what followed may have
   * become another.
   */
  readonly skippedWrites: number;
  /** Requests and sub-requests that the bundle does not have, because the journal no longer had them. */
  readonly missing: number;
  /** The first one; nothing is asked after it. */
  readonly difference: ReplayDifference | undefined;
}

/** What a bundle does not bring: where the fake had them, they are needed again. */
export type ReplayOptions = Pick<MockOptions, 'data' | 'stubs'>;

/** A bundle that cannot be replayed, and why. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

/** What of an entry has to be the same again. */
const compared = [
  'request',
  'subRequest',
  'status',
  'errorCode',
  'errorField',
  'gate',
  'recordsInResponse',
  'units',
  'faults',
] as const satisfies readonly (keyof JournalEntry)[];

const bundleSchema = z.looseObject({
  format: z.literal(bundleFormat),
  formatVersion: z.literal(bundleVersion),
  options: z.looseObject({ seed: z.number(), dataset: z.string() }),
  origin: z.looseObject({}),
  clientCode: z.string(),
  missing: z.number(),
  segments: z.array(z.looseObject({ state: z.array(z.unknown()), entries: z.array(z.looseObject({})) })),
});

function checkBundle(value: unknown): Bundle {
  const { format, formatVersion } = (value ?? {}) as Partial<Bundle>;
  if (format !== bundleFormat)
    throw new BundleError('this is not a bundle: GET /_mock/accounts/CODE/bundle makes one');
  if (formatVersion !== bundleVersion) {
    const known = `this erply-mock replays version ${bundleVersion}`;
    throw new BundleError(`the bundle is of version ${String(formatVersion).slice(0, 20)}; ${known}`);
  }
  const { error } = bundleSchema.safeParse(value);
  if (error !== undefined) {
    const path = error.issues[0]?.path.join('.').slice(0, 64);
    throw new BundleError(`the bundle is damaged: ${path} is not what it should be`);
  }
  return value as Bundle;
}

function stateOf(bundle: Bundle, lines: Bundle['segments'][number]['state']): SavedAccount {
  const reader = new AccountReader();
  try {
    for (const line of lines) reader.read(line);
  } catch {
    throw new BundleError('the bundle is damaged: a state cannot be read');
  }
  const saved = reader.accounts.get(bundle.clientCode);
  if (saved === undefined) throw new BundleError('the bundle is damaged: its account is not in it');
  return saved;
}

/** The key of the session that a login of this run has given, where the recorded one gave another. */
function currentKey(account: Account, value: string): string {
  const number = /^<session:(\d+)>$/.exec(value)?.[1];
  const session = number === undefined ? undefined : account.sessions.numbered(Number(number));
  return session === undefined ? value : account.sessions.keyOf(session);
}

function differenceOf(was: readonly JournalEntry[], is: readonly JournalEntry[]) {
  for (const [index, before] of was.entries()) {
    for (const field of compared) {
      const after = is[index]?.[field];
      if (JSON.stringify(before[field]) === JSON.stringify(after)) continue;
      return { entry: before.id, request: before.request, field, was: before[field], is: after };
    }
  }
  return undefined;
}

const changes = ({ entries }: RecordedRequest) =>
  entries.some(({ request }) => request !== 'bulk' && callNamed(request)?.effect !== 'read');

/** A fault that a request brought itself is not in the journal. */
const broughtFault = ({ entries }: RecordedRequest) =>
  entries.some(({ faults }) => faults?.includes(0) === true);

/** Nobody asks a request again: its units are used up all the same. Answers whether it may have changed something. */
function skip(account: Account, request: RecordedRequest): boolean {
  for (const { request: name, units } of request.entries)
    account.quota.charge(account.now(), name, Math.round(units * 10));
  // Rules count the requests that they fit, and dice are thrown for each.
  return changes(request) || broughtFault(request) || !account.faults.isIdle;
}

/** What came first is not known, so another answer says nothing. */
const cameBesideOthers = ({ entries }: RecordedRequest) =>
  entries.some(({ overlapped }) => overlapped === true);

/** A fake that requests are asked of again. */
interface Asked {
  readonly mock: Mock;
  readonly account: Account;
}

/** Asks a request again, and answers where the answer is another one. */
async function askAgain({ mock, account }: Asked, { form, entries }: RecordedRequest) {
  const before = account.journal.lastID;
  const sent = Object.entries({ ...form, clientCode: account.code }).map(([name, text]): [string, string] => [
    name,
    currentKey(account, text),
  ]);
  const answer = await mock.app.request('/api/', { method: 'POST', body: new URLSearchParams(sent) });
  // Read to its end, as its client did; one that was cut off breaks here as well.
  await answer.arrayBuffer().catch(() => undefined);
  return differenceOf(entries, account.journal.read({ after: before }).entries);
}

interface Counts {
  asked: number;
  skipped: number;
  skippedWrites: number;
}

/** Asks the requests that follow from one state again, up to the first difference. */
async function askInOrder(asked: Asked, requests: readonly RecordedRequest[], counts: Counts) {
  const { account } = asked;
  let isKnown = true;
  for (const request of requests) {
    account.clock.start((request.entries.at(-1)?.time ?? 0) * 1000, true);
    const isAsked = isKnown && request.form !== undefined && !broughtFault(request);
    const difference = isAsked ? await askAgain(asked, request) : undefined;
    if (difference !== undefined && cameBesideOthers(request)) isKnown = false;
    if (isAsked && isKnown) counts.asked += 1;
    else {
      counts.skipped += 1;
      if (!isKnown || skip(account, request)) counts.skippedWrites += 1;
    }
    if (difference !== undefined && isKnown) return difference;
  }
  return undefined;
}

/** A fake that is as the bundle's was at its start. */
function assembleAgain(bundle: Bundle, given: ReplayOptions) {
  // Nobody waits for what a fault holds back.
  const sleep = () => Promise.resolve();
  const now = bundle.segments[0]?.entries[0]?.time ?? 0;
  const assembled = assembleMock({ ...bundle.options, ...given, frozen: true, now, sleep }, '127.0.0.1');
  if (JSON.stringify(originOf(assembled.server)) !== JSON.stringify(bundle.origin))
    throw new BundleError(
      `the bundle is of a fake with another shop, or with other data: ${JSON.stringify(bundle.origin).slice(0, 200)}`,
    );
  return assembled;
}

/**
 * Asks everything again that a bundle has, of a fake of its own, and compares what the journals say.
 * @param given The data and the stubs that the fake was started with.
 * @throws BundleError when it cannot be used.
 */
export async function replay(value: unknown, given: ReplayOptions = {}): Promise<ReplayResult> {
  const bundle = checkBundle(value);
  const { mock, server } = assembleAgain(bundle, given);
  const account = server.accounts.find(bundle.clientCode);
  if (account === undefined)
    throw new BundleError('the bundle is damaged: clientCode is not what it should be');
  const counts = { asked: 0, skipped: 0, skippedWrites: 0 };
  const { missing } = bundle;
  for (const { state, entries } of bundle.segments) {
    account.load(stateOf(bundle, state));
    server.accounts.keep(account);
    const difference = await askInOrder({ mock, account }, requestsOf(entries), counts);
    if (difference !== undefined) return { ...counts, missing, difference };
  }
  return { ...counts, missing, difference: undefined };
}
