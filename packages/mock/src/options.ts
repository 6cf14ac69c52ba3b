import type { DatasetName } from '@erply-kit/fixtures';
import { isInMilliseconds, limits } from '@erply-kit/schemas';

import type { RealTime } from './account/clock.ts';
import { type Config, changeConfig, defaultConfig, type Settings } from './config/config.ts';
import type { DataDocument } from './own-data/read-document.ts';
import type { StubContent } from './request/stub-content.ts';
import { realSleep, type Sleep } from './sleep.ts';

const journalModes = ['masked', 'full', 'off'] as const;

/** What the journal shows of requests. */
export type JournalMode = (typeof journalModes)[number];

/** A request as a log has it: nothing of it but its name, and what came of it. */
export interface LoggedRequest {
  /** ISO time, by the real clock. */
  readonly time: string;
  /** The client code; empty where there is no such account. */
  readonly account: string;
  /** `bulk` for a bulk request as a whole, which comes after its sub-requests. */
  readonly request: string;
  readonly bulk?: number;
  readonly subRequest?: number;
  readonly subRequests?: number;
  /** HTTP status. */
  readonly status?: number;
  readonly errorCode?: number;
  readonly errorField?: string;
  /** What refused it: the name of a gate, or `handler`. */
  readonly gate?: string;
  readonly records?: number;
  /** Units of the hour's quota. */
  readonly units: number;
  readonly ms: number;
  readonly faults?: readonly number[];
  readonly chaosSeed?: number;
  /** How many notes there are. */
  readonly notes: number;
}

/** How a fake is set up. Every option has its twin on the command line of `erply-mock`. */
export interface MockOptions {
  /** Every made-up thing depends on it, keys and IDs included. @default 1 */
  readonly seed?: number | undefined;
  /** @default 'demo' */
  readonly dataset?: DatasetName | undefined;
  /**
   * Data of your own that every account begins with, beside the dataset's: the path of a file (`.ndjson`, `.json` or
   * `.yaml`), or tables by their names, as `{ products: [{ productID: 1, name: 'Shirt' }] }`.
   */
  readonly data?: string | DataDocument | undefined;
  /** Number of products; the dataset's own when left out. */
  readonly products?: number | undefined;
  /** Number of customers; the dataset's own when left out. */
  readonly customers?: number | undefined;
  /** Number of warehouses; the dataset's own when left out. */
  readonly warehouses?: number | undefined;
  /**
   * Number of sales documents of the shop's last year; payments, purchases and POS days follow from them. The dataset's
   * own when left out (demo: 2,000, or 20 a product where that is less).
   */
  readonly documents?: number | undefined;
  /** Requests that an account may make in a clock hour. @default 6000 */
  readonly quota?: number | undefined;
  /** Limits requests by address as Erply's front end does, with HTTP 429. @default false */
  readonly rateLimit?: boolean | undefined;
  /** The only client codes that exist; any when left out. */
  readonly accounts?: readonly string[] | undefined;
  /** Accounts kept at a time; the least recently used unchanged one is forgotten. @default 10000 */
  readonly maxAccounts?: number | undefined;
  /**
   * Megabytes that accounts may hold of their own, all together: changed records, sessions, users. Beyond them logins and
   * writes are refused with 1003. @default 256
   */
  readonly maxAccountMegabytes?: number | undefined;
  /**
   * Answers to calls that the fake does not know, by their names: records, a whole answer with `status` and `records`, or
   * the path of a JSON file with one of them.
   * @default {}
   */
  readonly stubs?: Readonly<Record<string, string | StubContent>> | undefined;
  /** Refuses with 1016 what is otherwise only noted: unknown parameters. @default false */
  readonly strict?: boolean | undefined;
  /** Where the clock starts: ISO time or Unix seconds. Real time when left out. */
  readonly now?: string | number | undefined;
  /** The clock stands still until it is moved. @default false */
  readonly frozen?: boolean | undefined;
  /**
   * How accounts are set up that have no setting of their own: behaviour where sources about Erply disagree (see the
   * list of switches), `maintenance`, and modules, as `{ 'modules.salon': 'off' }`.
   */
  readonly set?: Settings | undefined;
  /** Larger request bodies are refused with HTTP 413. @default 16777216 */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Parameters that one request may have, those of its query and all inside its `requests` included. A request with more
   * is refused with HTTP 413 before anything is made of them. @default 100000
   */
  readonly maxParameters?: number | undefined;
  /** Megabytes of encoded records that are kept for all accounts together. @default 48 */
  readonly cacheMegabytes?: number | undefined;
  /** Origins whose pages may call the classic API from a browser, `*` for any. @default none */
  readonly cors?: readonly string[] | undefined;
  /** Base of links in answers; the request's Host when left out. */
  readonly publicUrl?: string | undefined;
  /** Opens the control API, as a bearer token, where the fake is not bound to loopback. */
  readonly controlToken?: string | undefined;
  /**
   * What the journal shows of requests. `masked`: values that a call's definition lets be logged; `full`: all but
   * passwords, session keys, tokens, PINs and what no call has; `off`: nothing is kept, so `verify` and `report` have
   * nothing to say either. @default 'masked'
   */
  readonly journal?: JournalMode | undefined;
  /** Called with each request and each sub-request, once it is answered. @default nobody is told */
  readonly onRequest?: ((request: LoggedRequest) => void) | undefined;
  /** Called with each note, one line at a time. @default notes are dropped */
  readonly onNote?: ((line: string) => void) | undefined;
  /** Real time in milliseconds. @default Date.now */
  readonly realTime?: RealTime | undefined;
  /** How faults wait, until the signal says that nobody waits for the answer any more. @default real time */
  readonly sleep?: Sleep | undefined;
}

/** Options with their defaults. */
export interface ResolvedOptions {
  readonly seed: number;
  readonly dataset: DatasetName;
  readonly data: string | DataDocument | undefined;
  readonly products: number | undefined;
  readonly customers: number | undefined;
  readonly warehouses: number | undefined;
  readonly documents: number | undefined;
  readonly quota: number;
  readonly rateLimit: boolean;
  readonly accounts: readonly string[] | undefined;
  readonly maxAccounts: number;
  readonly maxAccountBytes: number;
  readonly stubs: Readonly<Record<string, string | StubContent>>;
  readonly strict: boolean;
  readonly nowMs: number | undefined;
  readonly frozen: boolean;
  readonly config: Config;
  readonly maxBodyBytes: number;
  readonly maxParameters: number;
  readonly cacheBytes: number;
  readonly corsOrigins: readonly string[] | undefined;
  readonly publicUrl: string | undefined;
  readonly controlToken: string | undefined;
  readonly journal: JournalMode;
  readonly onRequest: ((request: LoggedRequest) => void) | undefined;
  readonly onNote: (line: string) => void;
  readonly realTime: RealTime;
  readonly sleep: Sleep;
}

/** An option with a value that it cannot have. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
  /** What is wrong with it. */
  readonly problem: string;
  /** Its name, where the message begins with it: a command line calls it otherwise. */
  readonly option: string | undefined;

  constructor(problem: string, option?: string) {
    super(option === undefined ? problem : `${option} ${problem}`);
    this.problem = problem;
    this.option = option;
  }
}

const asUnixSeconds = /^\d+(\.\d+)?$/;
/** `Date.parse` alone would make the year 2001 of "-1" and of "in 1 hour". */
const asIsoTime = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** No time is longer. */
const longestTime = 64;

/** Reads Unix seconds or an ISO time as milliseconds. */
export function readTime(value: string | number): number {
  const text = String(value).trim();
  const isNumber = asUnixSeconds.test(text.slice(0, longestTime));
  if (isNumber && isInMilliseconds(Number(text)))
    throw new OptionError('is in milliseconds: give Unix seconds, as Math.floor(Date.now() / 1000)', 'now');
  const isShort = text.length <= longestTime;
  const isIsoTime = isShort && asIsoTime.test(text);
  const time = isNumber && isShort ? Number(text) * 1000 : isIsoTime ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw new OptionError('is not a time: give Unix seconds or ISO 8601, as 2026-01-01T00:00:00Z', 'now');
  return time;
}

function checkWhole(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new OptionError(`needs a whole number of ${least} or more`, name);
}

function checkUnits(name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new OptionError('needs a number of 0 or more', name);
}

function checkWord<TWord extends string>(name: string, value: TWord, words: readonly TWord[]): TWord {
  if (words.includes(value)) return value;
  throw new OptionError(`needs one of ${words.join(', ')}`, name);
}

function checkUrl(url: string): string {
  if (!/^https?:\/\/[^/?#]+\/?$/.test(url))
    throw new OptionError('needs an address such as https://erply.example', 'publicUrl');
  return url.replace(/\/$/, '');
}

function checkCodes(codes: readonly string[]): readonly string[] {
  const wrong = codes.find((code) => !/^[A-Za-z0-9_-]{1,32}$/.test(code));
  if (wrong !== undefined)
    throw new OptionError(`"${wrong}" cannot be a client code: letters, digits, - and _, at most 32`);
  return codes;
}

function checkOrigins(origins: readonly string[]): readonly string[] {
  const wrong = origins.find((origin) => origin !== '*' && !/^https?:\/\/[^/?#\s]+$/.test(origin));
  if (wrong !== undefined)
    throw new OptionError(`"${wrong}" is not an origin: give * or such as https://shop.example`);
  return origins;
}

const defaultMaxBodyBytes = 16 * 1024 * 1024;

/** A save of the longest documents has some 10,000; what one request may cost everybody else is what bounds it. */
const defaultMaxParameters = 100_000;

const datasets: readonly string[] = ['demo', 'empty', 'nasty'] satisfies DatasetName[];

/**
 * Fills in defaults.
 * @throws OptionError or SwitchError naming what is wrong and what would be right.
 */
export function resolveOptions(options: MockOptions): ResolvedOptions {
  const dataset = options.dataset ?? 'demo';
  if (!datasets.includes(dataset))
    throw new OptionError(`dataset "${dataset}" does not exist; there are ${datasets.join(', ')}`);
  return {
    seed: checkWhole('seed', options.seed ?? 1, 0),
    dataset,
    data: options.data,
    products: options.products === undefined ? undefined : checkWhole('products', options.products, 0),
    customers: options.customers === undefined ? undefined : checkWhole('customers', options.customers, 0),
    warehouses:
      options.warehouses === undefined ? undefined : checkWhole('warehouses', options.warehouses, 1),
    documents: options.documents === undefined ? undefined : checkWhole('documents', options.documents, 0),
    quota: checkUnits('quota', options.quota ?? limits.quotaUnitsPerHour),
    rateLimit: options.rateLimit ?? false,
    accounts: options.accounts === undefined ? undefined : checkCodes(options.accounts),
    maxAccounts: checkWhole('maxAccounts', options.maxAccounts ?? 10_000, 1),
    maxAccountBytes: checkWhole('maxAccountMegabytes', options.maxAccountMegabytes ?? 256, 1) * 1024 * 1024,
    stubs: options.stubs ?? {},
    strict: options.strict ?? false,
    nowMs: options.now === undefined ? undefined : readTime(options.now),
    frozen: options.frozen ?? false,
    config: changeConfig(defaultConfig, { set: options.set }),
    maxBodyBytes: checkWhole('maxBodyBytes', options.maxBodyBytes ?? defaultMaxBodyBytes, 1),
    maxParameters: checkWhole('maxParameters', options.maxParameters ?? defaultMaxParameters, 1),
    cacheBytes: checkWhole('cacheMegabytes', options.cacheMegabytes ?? 48, 0) * 1024 * 1024,
    corsOrigins: options.cors === undefined ? undefined : checkOrigins(options.cors),
    publicUrl: options.publicUrl === undefined ? undefined : checkUrl(options.publicUrl),
    controlToken: options.controlToken,
    journal: checkWord('journal', options.journal ?? 'masked', journalModes),
    onRequest: options.onRequest,
    onNote: options.onNote ?? (() => {}),
    realTime: options.realTime ?? Date.now,
    sleep: options.sleep ?? realSleep,
  };
}
