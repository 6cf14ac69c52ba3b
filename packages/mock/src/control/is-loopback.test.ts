import { expect, it } from 'vitest';

import { isLoopback } from './is-loopback.ts';

it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.8.9.10', '::1', '[::1]', '::ffff:127.0.0.1'])(
  '%s is this machine',
  (host) => expect(isLoopback(host)).toBe(true),
);

it.each([
  '127.evil.example',
  '127.0.0.1.evil.example',
  '127.1',
  '127.0.0.256',
  'localhost.evil.example',
  '0.0.0.0',
  '::',
  '10.0.0.1',
  '',
  '::ffff:10.0.0.1',
])('%s may be any machine', (host) => expect(isLoopback(host)).toBe(false));
