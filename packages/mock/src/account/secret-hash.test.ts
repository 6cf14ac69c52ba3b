import { expect, it } from 'vitest';

import { digestOf, hashSecret, isSecret, isSecretOfDigest } from './secret-hash.ts';

it('knows a secret by its hash, and no other one', () => {
  for (const secret of ['471147', 'Pass$word$1', '', 'õäöü €', 'x'.repeat(10_000)]) {
    const kept = hashSecret(secret, 'users/2');
    expect(isSecret(secret, kept)).toBe(true);
    expect(isSecretOfDigest(digestOf(secret), kept)).toBe(true);
    expect(isSecret(`${secret}x`, kept)).toBe(false);
    expect(isSecret(kept, kept)).toBe(false);
  }
});

it('is the same in each run, and another one for each holder', () => {
  expect(hashSecret('471147', 'users/2')).toBe(hashSecret('471147', 'users/2'));
  expect(hashSecret('471147', 'users/2')).not.toBe(hashSecret('471147', 'users/3'));
  expect(isSecret('1', hashSecret('1', 'a$b'))).toBe(true);
});

it('holds neither the secret nor its digest', () => {
  const kept = hashSecret('Pass-word-1', 'users/2');
  expect(kept).not.toContain('Pass-word-1');
  expect(kept).not.toContain(digestOf('Pass-word-1'));
});
