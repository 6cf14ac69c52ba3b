import { expect, test } from 'vitest';

import { UsageError } from '@erply-kit/command-line';

import { readSigningSecrets, signatureOf } from './signing-secrets.ts';

const secretOf = (bytes: number, fill = 1) => `whsec_${Buffer.alloc(bytes, fill).toString('base64')}`;

test('signs as the test of the reference library of Standard Webhooks has it', () => {
  const secrets = readSigningSecrets('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'it');
  const delivery = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestampSec: 1_614_265_330, secrets };
  expect(signatureOf({ ...delivery, body: '{"test": 2432232314}' })).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

test('two secrets make two signatures, each as it would be alone', () => {
  const delivery = { id: 'a', timestampSec: 1, body: '{}' };
  const alone = [secretOf(32, 1), secretOf(32, 2)].map((one) =>
    signatureOf({ ...delivery, secrets: readSigningSecrets(one, 'it') }),
  );
  const both = readSigningSecrets(`${secretOf(32, 1)}\n${secretOf(32, 2)}\n`, 'it');
  expect(signatureOf({ ...delivery, secrets: both })).toBe(alone.join(' '));
});

test.each([
  ['nothing', '', 'holds no secret'],
  ['white space', ' \n', 'holds no secret'],
  ['three', [1, 2, 3].map((fill) => secretOf(32, fill)).join(' '), 'more than two'],
  ['a word', 'CANARY-SECRET-7f3a', 'needs whsec_'],
  ['no prefix', Buffer.alloc(32).toString('base64'), 'needs whsec_'],
  ['too short', secretOf(23), '24 to 64 bytes'],
  ['too long', secretOf(65), '24 to 64 bytes'],
  ['something that is not base64', `${secretOf(32)}!`, 'needs whsec_'],
])('%s is refused without a word of it', (_, text, said) => {
  const read = () => readSigningSecrets(text, 'secret.txt');
  expect(read).toThrow(UsageError);
  expect(read).toThrow(`secret.txt ${said.startsWith('holds') || said.startsWith('needs') ? said : ''}`);
  expect(read).toThrow(said);
  expect(read).not.toThrow(/CANARY/);
});

test.each([24, 64])('%d bytes are enough and not too many', (bytes) => {
  expect(readSigningSecrets(secretOf(bytes), 'it')).toHaveLength(1);
});
