import type { Variables } from '@erply-kit/client/environment';
import { UsageError } from '@erply-kit/command-line';

import type { Outside } from '../outside.ts';

/** Tells a monitor that runs happen, and whether they went well. Never throws, and never says its address. */
export type Heartbeat = (went: 'well' | 'wrong') => Promise<void>;

interface HeartbeatOptions extends Pick<Outside, 'fetch' | 'sleep'> {
  /** Whoever knows it can call it: a secret. */
  readonly url: URL;
  readonly signal: AbortSignal;
  /** Takes a line for an operator. */
  note(line: string): void;
}

interface HeartbeatSource extends Omit<HeartbeatOptions, 'url'> {
  /** Of the option. */
  readonly given: URL | undefined;
  readonly variables: Variables;
}

/** A heartbeat where `--heartbeat` or `HEARTBEAT_URL` asks for one. @throws UsageError when the variable is not an address */
export function openHeartbeat({ given, variables, ...options }: HeartbeatSource): Heartbeat {
  const text = variables.HEARTBEAT_URL;
  const url = given ?? (text ? readHeartbeatUrl('HEARTBEAT_URL', text) : undefined);
  return url ? createHeartbeat({ ...options, url }) : async () => {};
}

const attempts = 3;
const timeoutMs = 10_000;

/**
 * Reads the address of a monitor. @param name what it is given as, for the message
 * @throws UsageError, without the address.
 */
export function readHeartbeatUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  throw new UsageError(`${name} takes an http or https address`);
}

/**
 * Calls a monitor by GET: its address when a run went well. When one went wrong, healthchecks.io and what is built like it
 * (`https://hc-ping.com/…`, `https://HOST/ping/…`) get `/fail` behind the address; others learn it by the silence.
 */
export function createHeartbeat(options: HeartbeatOptions): Heartbeat {
  return async (went) => {
    const url = went === 'well' ? options.url : failureUrl(options.url);
    if (!url) return;
    let problem = '';
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (options.signal.aborted) return;
      const result = await call(url, options);
      if (result === 'taken') return;
      problem = result.problem;
      if (!result.mayPass) break;
      if (attempt < attempts) await options.sleep(1000 * 2 ** (attempt - 1), options.signal).catch(() => {});
    }
    options.note(`the monitor did not take the heartbeat: ${problem}`);
  };
}

/** https://healthchecks.io/docs/http_api/ */
function failureUrl(url: URL): URL | undefined {
  if (url.hostname !== 'hc-ping.com' && !url.pathname.startsWith('/ping/')) return undefined;
  const failing = new URL(url);
  failing.pathname = `${url.pathname.replace(/\/$/, '')}/fail`;
  return failing;
}

type Result = 'taken' | { readonly problem: string; readonly mayPass: boolean };

async function call(url: URL, { fetch }: HeartbeatOptions): Promise<Result> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'follow' });
    await answer.body?.cancel();
    if (answer.ok) return 'taken';
    const mayPass = answer.status >= 500 || answer.status === 429 || answer.status === 408;
    return { problem: `it answers with HTTP ${answer.status}`, mayPass };
  } catch (error) {
    // Its message may hold the address.
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { problem: isLate ? 'no answer in 10 s' : 'it cannot be reached', mayPass: true };
  }
}
