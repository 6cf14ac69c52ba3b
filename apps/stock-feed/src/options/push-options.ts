import { resolve } from 'node:path';

import type { Variables } from '@erply-kit/client/environment';
import { UsageError } from '@erply-kit/command-line';

import { type Receiver, readReceiver } from '../push/receiver-url.ts';
import { readSigningSecrets, type SigningSecret } from '../push/signing-secrets.ts';
import { secretFileText } from './secret-file.ts';

/** Where deliveries go, and how. */
export const pushOptions = {
  to: { type: 'string' },
  'secret-file': { type: 'string' },
  outbox: { type: 'string', default: '.data/push.db' },
  full: { type: 'boolean', default: false },
  'batch-size': { type: 'string', default: '500' },
  'max-attempts': { type: 'string', default: '8' },
} as const;

export const pushHelp = `\
  --to URL               the receiver: https, or http on this machine or with --allow-insecure. Also
                         STOCK_FEED_PUSH_URL
  --secret-file FILE     what deliveries are signed with: whsec_ and 24 bytes or more in base64; a second one on
                         the next line while the receiver changes over. Also STOCK_FEED_PUSH_SECRET
  --outbox FILE          what the receiver has, and what is under way           [default: .data/push.db]
  --full                 send everything, not only what has changed
  --batch-size N         items in a delivery, 1 to 10000                        [default: 500]
  --max-attempts N       how often a delivery is tried, 1 to 100                [default: 8]
`;

interface PushValues {
  readonly to?: string;
  readonly 'secret-file'?: string;
  readonly outbox: string;
  readonly full: boolean;
  readonly 'batch-size': string;
  readonly 'max-attempts': string;
  readonly 'allow-insecure': boolean;
}

export interface PushRequest {
  readonly to: string | undefined;
  readonly secretFile: string | undefined;
  readonly outbox: string;
  readonly full: boolean;
  readonly batchSize: number;
  readonly maxAttempts: number;
  readonly allowInsecure: boolean;
}

/** Reads them; throws `UsageError`. */
export function pushOf(values: PushValues, cwd: string): PushRequest {
  return {
    to: values.to,
    secretFile: values['secret-file'],
    outbox: resolve(cwd, values.outbox),
    full: values.full,
    batchSize: count('--batch-size', values['batch-size'], 10_000),
    maxAttempts: count('--max-attempts', values['max-attempts'], 100),
    allowInsecure: values['allow-insecure'],
  };
}

function count(option: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new UsageError(`${option} ${text}: give a whole number from 1 to ${most}`);
}

/** The receiver, from the command line or the environment; throws `UsageError`. */
export function receiverOf({ to, allowInsecure }: PushRequest, variables: Variables): Receiver {
  const url = to ?? (variables.STOCK_FEED_PUSH_URL || undefined);
  if (url === undefined) throw new UsageError('say where to push: --to URL or STOCK_FEED_PUSH_URL');
  return readReceiver(url, allowInsecure);
}

/** A secret is never an argument: arguments show in lists of processes. Throws `UsageError`. */
export function secretsOf({ secretFile }: PushRequest, cwd: string, variables: Variables): SigningSecret[] {
  if (secretFile !== undefined) return readSigningSecrets(secretFileText(secretFile, cwd), secretFile);
  const secret = variables.STOCK_FEED_PUSH_SECRET || undefined;
  if (secret !== undefined) return readSigningSecrets(secret, 'STOCK_FEED_PUSH_SECRET');
  throw new UsageError('deliveries are signed: give --secret-file FILE or STOCK_FEED_PUSH_SECRET');
}
