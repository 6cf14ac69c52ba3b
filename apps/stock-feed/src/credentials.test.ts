import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '../test/temporary-folder.ts';
import { readCredentials } from './credentials.ts';

const secret = 'CANARY-SECRET-7f3a';
const account = { ERPLY_CLIENT_CODE: '100001', ERPLY_USERNAME: 'demo' };

test('the account comes from the environment', async () => {
  const env = { ...account, ERPLY_PASSWORD: secret, ERPLY_API_URL: 'http://127.0.0.1:8090/api/' };
  expect(await readCredentials(env)).toEqual({
    clientCode: '100001',
    username: 'demo',
    password: secret,
    url: 'http://127.0.0.1:8090/api/',
  });
});

test('a password file wins, without the line end of its editor', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'password');
  await writeFile(file, ` ${secret}\r\n`);
  const env = { ...account, ERPLY_PASSWORD: 'another', ERPLY_PASSWORD_FILE: file };
  expect((await readCredentials(env)).password).toBe(` ${secret}`);
});

test('everything that is missing is named at once', async () => {
  await expect(readCredentials({})).rejects.toThrow(
    'set ERPLY_CLIENT_CODE, ERPLY_USERNAME, ERPLY_PASSWORD (or ERPLY_PASSWORD_FILE)',
  );
});

test.each([
  ['ERPLY_PASSWORD_FILE', `/nowhere/${secret}`, 'ERPLY_PASSWORD_FILE cannot be read (ENOENT)'],
  ['ERPLY_PASSWORD_FILE', '/dev/null', 'ERPLY_PASSWORD_FILE is empty'],
  ['ERPLY_API_URL', `${secret}.example`, 'ERPLY_API_URL is not an http or https address'],
  ['ERPLY_API_URL', `https://demo:${secret}@erply.example`, 'ERPLY_API_URL is not an http or https address'],
])('a bad %s is named, and its value is not', async (name, value, message) => {
  const failure = await readCredentials({ ...account, ERPLY_PASSWORD: secret, [name]: value }).catch(String);
  expect(failure).toContain(message);
  expect(failure).not.toContain(secret);
});
