import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { type EnvironmentSource, readEnvironment } from '../src/environment/index.ts';
import { createClient, isErplyError } from '../src/index.ts';
import { openErply } from './open-erply.ts';

const secret = 'CANARY-SECRET-7f3a';
const account = { ERPLY_CLIENT_CODE: '100001', ERPLY_USERNAME: 'demo', ERPLY_PASSWORD: secret };
const options = { clientCode: '100001', username: 'demo', password: secret };
const file = (variables: Record<string, string>) =>
  Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** A folder with these files, gone at the end of the block. */
function folderOf(files: Record<string, string | Uint8Array>) {
  const path = mkdtempSync(join(tmpdir(), 'environment-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** What is read, or the message that it fails with, and the notes. */
function read(source: EnvironmentSource) {
  const notes: string[] = [];
  try {
    const environment = readEnvironment({ variables: {}, onNote: (note) => notes.push(note), ...source });
    return { notes, options: environment.accountOptions() };
  } catch (error) {
    if (!isErplyError(error)) throw error;
    expect(error.kind).toBe('usage');
    return { notes, failure: error.message };
  }
}

/** The same for a file `.env` with this content. */
function readFile(content: string | Uint8Array, source: EnvironmentSource = {}) {
  using folder = folderOf({ env: content });
  const { failure, ...result } = read({ file: join(folder.path, 'env'), ...source });
  return failure === undefined ? result : { ...result, failure: failure.replace(`${folder.path}/`, '') };
}

/** The same with a password file of this content. */
function readPassword(content: string | Uint8Array) {
  using folder = folderOf({ password: content });
  return read({ variables: { ...account, ERPLY_PASSWORD_FILE: join(folder.path, 'password') } });
}

it('gives createClient what it needs to log in', async () => {
  await using here = await openErply({ mock: { products: 30 } });
  using folder = folderOf({
    '.env': `\uFEFF${file({ ERPLY_CLIENT_CODE: '100001' })}`,
    password: 'demouser\n',
  });
  const environment = readEnvironment({
    variables: {
      ERPLY_USERNAME: 'demo',
      ERPLY_PASSWORD_FILE: join(folder.path, 'password'),
      ERPLY_API_URL: here.erply.url,
    },
    file: join(folder.path, '.env'),
  });
  await using client = createClient(environment.accountOptions());
  expect((await client.getProducts({ productIDs: [7] })).records).toHaveLength(1);
});

it('gives all variables, those of the process before those of the file, an empty one too', () => {
  using folder = folderOf({ '.env': 'DATABASE_URL=sqlite:a\nA=1\nB=2\n' });
  const { variables } = readEnvironment({ variables: { A: '3', B: '' }, file: join(folder.path, '.env') });
  expect(variables).toEqual({ DATABASE_URL: 'sqlite:a', A: '3', B: '' });
});

it('needs no file', () => {
  expect(read({ variables: account, file: '/nowhere/.env' })).toEqual({ options, notes: [] });
});

it.each([
  ['with a byte order mark', `\uFEFF${file(account)}`],
  ['with CRLF', file(account).replaceAll('\n', '\r\n')],
  ['with quotation marks, blanks and comments', file(account).replace(/=(.*)/g, '= "$1" # comment')],
  ['with export', file(account).replace(/^(?=.)/gm, 'export ')],
  ['with an empty variable whose line ends in a blank', `ERPLY_API_URL= \n${file(account)}`],
])('reads a file %s', (_, content) => {
  expect(readFile(content)).toEqual({ options, notes: [] });
});

const utf16 = Buffer.from(`\uFEFF${file(account)}`, 'utf16le');

it.each<[string, string | Uint8Array, string]>([
  ['in UTF-16', utf16, 'the file env is in UTF-16; save it as UTF-8.'],
  [
    'in UTF-16 of the other order',
    Buffer.from(utf16).swap16(),
    'the file env is in UTF-16; save it as UTF-8.',
  ],
  [
    'in UTF-16 without a mark',
    Buffer.from(file(account), 'utf16le'),
    'the file env is in UTF-16 or is not a text; save it as UTF-8.',
  ],
  [
    'in an encoding of eight bits',
    Buffer.from(`${file(account)}A=ö`, 'latin1'),
    'the file env is not in UTF-8; save it as UTF-8.',
  ],
  ['that is too large', 'A=1\n'.repeat(300_000), 'the file env is larger than 1 MB.'],
  [
    'with a password that has a #',
    file({ ...account, ERPLY_PASSWORD: `a#${secret}` }),
    'line 3 of env: ERPLY_PASSWORD: # begins a comment, unless the value stands in quotation marks.',
  ],
  [
    'with a quotation mark that is not closed',
    file({ ...account, ERPLY_USERNAME: `"${secret}` }),
    'line 2 of env: ERPLY_USERNAME: a quotation mark is not closed.',
  ],
])('refuses a file %s', (_, content, failure) => {
  expect(readFile(content)).toEqual({ failure, notes: [] });
});

it('refuses a folder and what is below a file', () => {
  using folder = folderOf({ file: '' });
  mkdirSync(join(folder.path, '.env'));
  expect(read({ file: join(folder.path, '.env') })).toMatchObject({
    failure: expect.stringMatching(/ is a folder\.$/),
  });
  expect(read({ file: join(folder.path, 'file', '.env') })).toMatchObject({
    failure: expect.stringMatching(/ cannot be read \(ENOTDIR\)\.$/),
  });
});

it('minds a line in doubt only where the program reads its variable', () => {
  const content = `COLOUR=red#blue\nDATABASE_URL=sqlite:a#b\n${file(account)}`;
  expect(readFile(content)).toEqual({ options, notes: [] });
  expect(readFile(content, { alsoRead: ['DATABASE_URL'] })).toMatchObject({
    failure: 'line 2 of env: DATABASE_URL: # begins a comment, unless the value stands in quotation marks.',
  });
});

it('notes what is set twice and what sets nothing, by the number of the line', () => {
  const { options: found, notes } = readFile(`ERPLY_PASSWORD: ${secret}\nERPLY_PASSWORD=x\n${file(account)}`);
  expect(found).toEqual(options);
  expect(notes.map((note) => note.replace(/of \S*env/, 'of env'))).toEqual([
    'line 5 of env sets ERPLY_PASSWORD again: the last one counts',
    'line 1 of env is not NAME=value, and is left out',
  ]);
});

it.each<[string, string | Uint8Array]>([
  ['a byte order mark', `\uFEFF${secret}`],
  ['a line end', `${secret}\n`],
  ['the line ends of Windows', `${secret}\r\n\r\n`],
])('takes a password out of a file with %s', (_, content) => {
  expect(readPassword(content)).toEqual({ options, notes: [] });
});

it.each<[string, string | Uint8Array, string]>([
  ['is empty', '\n', 'is empty.'],
  ['has two lines', `demo\n${secret}\n`, 'has more than one line.'],
  ['is in UTF-16', Buffer.from(`\uFEFF${secret}`, 'utf16le'), 'is in UTF-16; save it as UTF-8.'],
  [
    'is in an encoding of eight bits',
    Buffer.from(`ö${secret}`, 'latin1'),
    'is not in UTF-8; save it as UTF-8.',
  ],
])('refuses a password file that %s', (_, content, problem) => {
  expect(readPassword(content)).toEqual({
    failure: `the file that ERPLY_PASSWORD_FILE names ${problem}`,
    notes: [],
  });
});

it.each([
  ['/dev/zero', 'is larger than 1 MB.'],
  ['/', 'is a folder.'],
  [`/nowhere/${secret}`, 'cannot be read (ENOENT).'],
])('refuses %s as a password file', (path, problem) => {
  const failure = `the file that ERPLY_PASSWORD_FILE names ${problem}`;
  expect(read({ variables: { ...account, ERPLY_PASSWORD_FILE: path } })).toEqual({ failure, notes: [] });
});

it.each([
  [' ', ' ', 'begins or ends with a blank'],
  ['', '\t', 'begins or ends with a blank'],
  ['"', '"', 'stands in quotation marks'],
])('keeps %j and %j round a password, with a note', (before, behind, note) => {
  const password = `${before}${secret}${behind}`;
  expect(readPassword(`${password}\n`)).toEqual({
    options: { ...options, password },
    notes: [
      `the file that ERPLY_PASSWORD_FILE names ${note}, which is taken as part of it`.replace(
        'marks, which is',
        'marks, which are',
      ),
    ],
  });
  expect(read({ variables: { ...account, ERPLY_PASSWORD: password } })).toMatchObject({
    options: { password },
    notes: [expect.stringContaining(`ERPLY_PASSWORD ${note}`)],
  });
});

it('takes the line end of a shell or of a file for Docker from a variable', () => {
  const variables = Object.fromEntries(
    Object.entries(account).map(([name, value]) => [name, `${value}\r\n`]),
  );
  expect(read({ variables })).toEqual({ options, notes: [] });
});

it('cleans other variables that the program reads, and no more', () => {
  const variables = { DATABASE_URL: 'sqlite:a\r\n', OTHER: 'b\r\n' };
  expect(readEnvironment({ variables, alsoRead: ['DATABASE_URL'] }).variables).toEqual({
    DATABASE_URL: 'sqlite:a',
    OTHER: 'b\r\n',
  });
});

it('names everything that is missing at once, and what is set but empty', () => {
  expect(read({})).toMatchObject({
    failure: 'set ERPLY_CLIENT_CODE, ERPLY_USERNAME, ERPLY_PASSWORD or ERPLY_PASSWORD_FILE.',
  });
  expect(read({ variables: { ...account, ERPLY_CLIENT_CODE: '', ERPLY_PASSWORD: '\uFEFF' } })).toMatchObject({
    failure: 'set ERPLY_CLIENT_CODE (it is empty), ERPLY_PASSWORD or ERPLY_PASSWORD_FILE (it is empty).',
  });
});

it.each([
  ['ERPLY_PASWORD', 'ERPLY_PASSWORD'],
  ['ERPLY_CLIENTCODE', 'ERPLY_CLIENT_CODE'],
  ['erply_username', 'ERPLY_USERNAME'],
  ['ERPLY_USER', 'ERPLY_USERNAME'],
])('says that %s is probably %s when that is missing', (name, meant) => {
  const { [meant as keyof typeof account]: value, ...others } = account;
  expect(read({ variables: { ...others, [name]: value } })).toMatchObject({
    failure: expect.stringMatching(
      new RegExp(`^set ${meant}.*; there is no variable ${name}, did you mean ${meant}\\?$`),
    ),
  });
});

it.each([
  ['ERPLY_API_URI', 'ERPLY_API_URL'],
  ['ERPLY_URL', 'ERPLY_API_URL'],
  ['ERPLY_ALLOW_LINK_HOST', 'ERPLY_ALLOW_LINK_HOSTS'],
  ['DATABSE_URL', 'DATABASE_URL'],
])('notes that %s is probably %s', (name, meant) => {
  const variables = { ...account, [name]: secret };
  expect(read({ variables, alsoRead: ['DATABASE_URL'] })).toEqual({
    options,
    notes: [`there is no variable ${name}, did you mean ${meant}?`],
  });
});

it.each(['ERPLY_MOCK_PORT', 'ERPLY_WEBHOOK_SECRET', 'DATABASE_PORT', 'PASSWORD'])(
  'leaves %s alone',
  (name) => {
    expect(read({ variables: { ...account, [name]: 'x' }, alsoRead: ['DATABASE_URL'] }).notes).toEqual([]);
  },
);

it('leaves what looks like a misspelling alone when the right one is there', () => {
  expect(read({ variables: { ...account, ERPLY_PASSWORDS: 'x' } }).notes).toEqual([]);
});

it.each([
  [{ ERPLY_API_URL: 'https://proxy.example/erply' }, { url: 'https://proxy.example/erply' }],
  [{ ERPLY_API_URL: 'http://erply-mock:8090' }, { url: 'http://erply-mock:8090' }],
  [{ ERPLY_ALLOW_INSECURE: '1' }, { allowInsecure: true }],
  [{ ERPLY_ALLOW_INSECURE: '0' }, {}],
  [{ ERPLY_ALLOW_INSECURE: '' }, {}],
  [
    { ERPLY_ALLOW_LINK_HOSTS: 'files.example, 10.0.0.7:8090,' },
    { allowLinkHosts: ['files.example', '10.0.0.7:8090'] },
  ],
])('reads %j as %j', (variables, more) => {
  expect(read({ variables: { ...account, ...variables } })).toEqual({
    options: { ...options, ...more },
    notes: [],
  });
});

const badAddress =
  'ERPLY_API_URL is not an http or https address, or holds a user name, a query or a fragment.';

it.each([
  [{ ERPLY_API_URL: `${secret}.example` }, badAddress],
  [{ ERPLY_API_URL: `https://demo:${secret}@erply.example` }, badAddress],
  [{ ERPLY_API_URL: `https://erply.example/?key=${secret}` }, badAddress],
  [
    { ERPLY_CLIENT_CODE: `${secret}.` },
    'ERPLY_CLIENT_CODE cannot be part of a host name; set ERPLY_API_URL as well.',
  ],
  [{ ERPLY_USERNAME: `demo\n${secret}` }, 'ERPLY_USERNAME has more than one line.'],
  [{ ERPLY_ALLOW_INSECURE: secret }, 'ERPLY_ALLOW_INSECURE is 1 or 0.'],
  [
    { ERPLY_ALLOW_LINK_HOSTS: `https://${secret}.example/` },
    'ERPLY_ALLOW_LINK_HOSTS takes hosts such as files.example or files.example:8443.',
  ],
])('refuses %j by the name of the variable, without its value', (variables, failure) => {
  expect(read({ variables: { ...account, ...variables } })).toEqual({ failure, notes: [] });
});
