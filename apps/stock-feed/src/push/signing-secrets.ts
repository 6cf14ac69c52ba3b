import { createHmac } from 'node:crypto';

import { UsageError } from '@erply-kit/command-line';

/** What a receiver and this program share; deliveries are signed with each of them. */
export type SigningSecret = Buffer;

const prefix = 'whsec_';
/** https://github.com/standard-webhooks/standard-webhooks: a secret has 192 to 512 bits. */
const [leastBytes, mostBytes] = [24, 64];
/** The new one and the old one, while a receiver changes over. */
const mostSecrets = 2;

/**
 * Reads one secret, or two while a receiver changes from one to the other, with white space between them.
 *
 * @param where The variable or the file that they come from.
 * @throws UsageError naming what is wrong, never a part of a secret.
 */
export function readSigningSecrets(text: string, where: string): SigningSecret[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) throw new UsageError(`${where} holds no secret: ${howToMake}`);
  if (words.length > mostSecrets)
    throw new UsageError(`${where} holds more than two secrets: keep the new one and the one before`);
  return words.map((word) => decodeSecret(word, where));
}

const howToMake = `make one with: echo "${prefix}$(openssl rand -base64 32)"`;

function decodeSecret(word: string, where: string): SigningSecret {
  const encoded = word.startsWith(prefix) ? word.slice(prefix.length) : '';
  const bytes = Buffer.from(encoded, 'base64');
  const isWhole = bytes.toString('base64').replaceAll('=', '') === encoded.replaceAll('=', '');
  if (isWhole && bytes.length >= leastBytes && bytes.length <= mostBytes) return bytes;
  throw new UsageError(
    `${where} needs ${prefix} and ${leastBytes} to ${mostBytes} bytes in base64 (${howToMake})`,
  );
}

/** What is signed, and with what. */
export interface SignedDelivery {
  readonly id: string;
  /** Unix seconds of this attempt. */
  readonly timestampSec: number;
  readonly body: string;
  readonly secrets: readonly SigningSecret[];
}

/**
 * The header `webhook-signature`: HMAC-SHA256 over the bytes of `ID.TIMESTAMP.BODY`, as Standard Webhooks 1.0.0 has it.
 * With two secrets there are two signatures, so that a receiver may know either.
 */
export function signatureOf({ id, timestampSec, body, secrets }: SignedDelivery): string {
  return secrets
    .map((secret) => createHmac('sha256', secret).update(`${id}.${timestampSec}.${body}`).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' ');
}
