import { hash } from 'node:crypto';

/** Longer texts are told apart by their hash. */
const longestText = 32;

/** An object with its keys in order, so that what is the same reads the same. */
const sorted = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** A short text that is the same for the same value. That of a secret is always a hash. */
export function fingerprint(value: unknown, isSecret = false): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value, sorted) : String(value);
  return isSecret || text.length > longestText ? `#${hash('sha256', text, 'base64url')}` : text;
}
