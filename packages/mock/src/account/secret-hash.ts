import { hash } from 'node:crypto';

/** What stands between the salt and the hash. */
const separator = '$';

/** A digest of a value without a salt: good for telling values apart in the memory, and never written anywhere. */
export const digestOf = (value: string): string => hash('sha256', value, 'base64url');

const salted = (digest: string, salt: string): string =>
  `${salt}${separator}${hash('sha256', `${salt}${separator}${digest}`, 'base64url')}`;

/**
 * What is kept of a password or PIN: its salt, and a hash that the secret cannot be read from.
 *
 * SHA-256, not scrypt: the passwords of a fake guard made-up data, tests log in thousands of times, and a cost that slows
 * guessing down is paid at each of those logins (2 ms where the whole login takes half of that). What it guards against
 * is that somebody's real password can be read, or searched for, in a state file. A PIN of four digits could be guessed
 * from any hash.
 *
 * @param salt Different for each holder, and the same in each run, so that the same requests leave the same state.
 */
export const hashSecret = (secret: string, salt: string): string => salted(digestOf(secret), salt);

/** Whether a hash of `hashSecret` is of the secret with this digest. */
export const isSecretOfDigest = (digest: string, kept: string): boolean =>
  salted(digest, kept.slice(0, kept.lastIndexOf(separator))) === kept;

/** Whether a hash of `hashSecret` is of this secret. */
export const isSecret = (secret: string, kept: string): boolean => isSecretOfDigest(digestOf(secret), kept);
