import { join } from 'node:path';

import { createProgress } from '../src/progress.ts';
import { openOutbox } from '../src/push/open-outbox.ts';
import { readReceiver } from '../src/push/receiver-url.ts';
import { type PushResult, runPush } from '../src/push/run-push.ts';
import { sendBatch } from '../src/push/send-batch.ts';
import { readSigningSecrets } from '../src/push/signing-secrets.ts';
import type { SafetyOptions } from '../src/safety.ts';
import { type ScriptedShop, scriptedSource } from './scripted-source.ts';
import { testSecret } from './stock-receiver.ts';

export interface ScriptedPush {
  readonly folder: string;
  readonly url: string;
  readonly shop: ScriptedShop;
  readonly safety?: Partial<SafetyOptions>;
  readonly sum?: boolean;
  readonly full?: boolean;
  readonly batchSize?: number;
  readonly maxAttempts?: number;
  readonly secrets?: string;
  /** How long an answer may take. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
  /** Gets each wait, in milliseconds, instead of waiting. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Pushes the stock of a scripted shop, over a real socket and with a real outbox. */
export async function pushTo(push: ScriptedPush): Promise<PushResult> {
  const { signal = new AbortController().signal, sum = false, now = Date.now } = push;
  const receiver = readReceiver(push.url, false);
  const secrets = readSigningSecrets(push.secrets ?? testSecret, 'the secret');
  using outbox = await openOutbox(join(push.folder, 'push.db'), {
    clientCode: '100001',
    url: push.url,
    by: sum ? 'product' : 'warehouse',
  });
  const sending = { url: receiver.url, secrets, now, timeoutMs: push.timeoutMs ?? 30_000, signal };
  return await runPush({
    source: scriptedSource(push.shop),
    ...{ clientCode: '100001', outbox, now, signal },
    policy: { rows: 'stocked', identifiers: false, sum, negative: 'keep', warehouses: [], offline: false },
    safety: { allowEmpty: false, maxZeroedPercent: 50, ...push.safety },
    full: push.full ?? false,
    batchSize: push.batchSize ?? 500,
    progress: createProgress({ write: () => undefined }),
    delivery: {
      receiver,
      maxAttempts: push.maxAttempts ?? 8,
      send: (batch) => sendBatch(batch, sending),
      wait: push.wait ?? (async () => undefined),
      random: () => 0.5,
      onRetry: () => undefined,
    },
  });
}
