import { join } from 'node:path';

import type { FeedPolicy } from '../src/feed-policy.ts';
import type { Wait } from '../src/files/lock-file.ts';
import { type FormatName, formats } from '../src/formats/formats.ts';
import { createProgress } from '../src/progress.ts';
import { type FeedResult, runFeed } from '../src/run-feed.ts';
import type { SafetyOptions } from '../src/safety.ts';
import { type ScriptedShop, scriptedSource } from './scripted-source.ts';

export interface ScriptedRun {
  readonly folder: string;
  readonly shop: ScriptedShop;
  readonly policy?: Partial<FeedPolicy>;
  readonly safety?: Partial<SafetyOptions>;
  readonly formats?: readonly FormatName[];
  readonly signal?: AbortSignal;
  readonly wait?: Wait;
}

/** Writes a feed of a scripted shop into a folder. */
export function runScripted(run: ScriptedRun): Promise<FeedResult> {
  return runFeed({
    source: scriptedSource(run.shop),
    clientCode: '100001',
    outputs: (run.formats ?? ['csv', 'ndjson']).map((format) => ({
      path: join(run.folder, formats[format].fileName),
      format,
      manifest: join(run.folder, 'manifest.json'),
    })),
    policy: {
      rows: 'stocked',
      identifiers: false,
      sum: false,
      negative: 'keep',
      warehouses: [],
      offline: false,
      ...run.policy,
    },
    safety: { allowEmpty: false, maxZeroedPercent: 50, ...run.safety },
    progress: createProgress({ write: () => undefined }),
    now: () => Date.now(),
    wait: run.wait ?? (async () => undefined),
    signal: run.signal ?? new AbortController().signal,
  });
}
