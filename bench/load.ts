import { runForJson } from '@erply-kit/tooling';

import type { PageRequest } from './api.ts';
import type { ServerProcess } from './server-process.ts';

/** What load made of a server. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Size of an answer, on average. */
  readonly bytes: number;
  readonly wrong: number;
  /** Processor time of the server per page. */
  readonly cpuMs: number;
}

/** What load is put on. */
export interface Target {
  readonly server: ServerProcess;
  readonly request: PageRequest;
}

export interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
  /** Pages that are asked for in turns, from the first on. */
  readonly pages: number;
  /** It goes on beyond its seconds until so many are answered. */
  readonly leastRequests: number;
  /** An answer that is smaller is wrong. @default 10000 */
  readonly leastBytes?: number;
  /** The product that each page begins with, from the first page on: an answer that begins with another is wrong. */
  readonly firstIDs?: readonly number[];
}

/** What load may take beyond its seconds: requests under way, and pages that have to be answered. */
const overtimeMs = 120_000;

/** Puts load on a server and sees what it made of it; `program` is the command of the load program. */
export async function putLoad(
  program: readonly string[],
  { server, request }: Target,
  options: LoadOptions,
): Promise<Load> {
  const cpuBefore = server.cpuMs();
  const argument = JSON.stringify({ url: server.url, request, leastBytes: 10_000, ...options });
  const timeoutMs = options.seconds * 1000 + overtimeMs;
  const load = await runForJson<Omit<Load, 'cpuMs'>>([...program, argument], { timeoutMs });
  if (load.wrong > 0) throw new Error(`${load.wrong} of ${load.requests} answers were not pages`);
  return { ...load, cpuMs: (server.cpuMs() - cpuBefore) / load.requests };
}
