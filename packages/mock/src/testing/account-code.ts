import { createHash } from 'node:crypto';

/** A client code has 32 characters at most; with the digest these are 29. */
const maxWords = 20;
const digestLength = 8;

/** What tells a test from all others. */
export interface TestName {
  readonly name: string;
  /** Its file and suites, where they are known. */
  readonly place: string;
  /** Counts the accounts that are open for it, from 0. */
  readonly attempt: number;
}

/** The client code of a test: the same test has the same code in each run, and with it the same IDs and session keys. */
export function accountCode({ name, place, attempt }: TestName): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, maxWords)
    .replace(/-$/, '');
  const digest = createHash('sha256')
    .update(JSON.stringify([place, name, attempt]))
    .digest('hex');
  return `${words === '' ? 'test' : words}-${digest.slice(0, digestLength)}`;
}
