import { shells } from './shells.ts';

/** One option of the command line, and of the environment as `ERPLY_MOCK_<NAME>`. */
export interface Flag {
  readonly name: string;
  readonly type: 'text' | 'number' | 'switch' | 'onOff' | 'list' | 'word';
  /** Stands for the value in the help text. */
  readonly value?: string;
  /** Of a `word`: what it may be. The first one is meant where the option stands alone. */
  readonly words?: readonly [string, ...string[]];
  readonly help: string;
  /** The option of `startMock()`, where its name is another one. */
  readonly option?: string;
  /** Only the command has it: it is not an option of `startMock()`. */
  readonly isOwn?: true;
}

/** Every option of a fake that `erply-mock` starts, in the order of its help text. */
export const flags: readonly Flag[] = [
  { name: 'port', type: 'number', value: 'N', help: 'port to listen on; 0 takes a free one (default 8090)' },
  { name: 'host', type: 'text', value: 'ADDRESS', help: 'address to listen on (default 127.0.0.1)' },
  { name: 'seed', type: 'number', value: 'N', help: 'everything made up depends on it (default 1)' },
  { name: 'dataset', type: 'text', value: 'NAME', help: 'demo, empty or nasty (default demo)' },
  {
    name: 'data',
    type: 'text',
    value: 'FILE',
    help: 'data of your own that every account begins with: .ndjson, .json or .yaml',
  },
  { name: 'products', type: 'number', value: 'N', help: 'number of products (demo has 600)' },
  { name: 'customers', type: 'number', value: 'N', help: 'number of customers (demo has 120)' },
  { name: 'warehouses', type: 'number', value: 'N', help: 'number of warehouses (demo has 4)' },
  {
    name: 'documents',
    type: 'number',
    value: 'N',
    help: 'sales documents of the last year (demo has 2000, or 20 a product)',
  },
  {
    name: 'quota',
    type: 'number',
    value: 'N',
    help: 'requests an account may make in a clock hour (default 6000)',
  },
  {
    name: 'rate-limit',
    type: 'onOff',
    value: 'off|on',
    help: 'limit requests by address, with HTTP 429 (default off)',
  },
  {
    name: 'accounts',
    type: 'list',
    value: 'CODE,CODE',
    help: 'the only client codes that exist (default: any)',
  },
  { name: 'max-accounts', type: 'number', value: 'N', help: 'accounts kept at a time (default 10000)' },
  {
    name: 'max-account-megabytes',
    type: 'number',
    value: 'N',
    help: 'what accounts may hold of their own, all together (default 256)',
  },
  {
    name: 'stub',
    option: 'stubs',
    type: 'list',
    value: 'getX=FILE',
    help: 'answer a call that the fake does not know with the records of a JSON file; repeatable',
  },
  { name: 'strict', type: 'switch', help: 'refuse with 1016 what is otherwise only noted' },
  { name: 'now', type: 'text', value: 'TIME', help: 'where the clock starts: ISO time or Unix seconds' },
  { name: 'frozen', type: 'switch', help: 'the clock stands still until it is moved' },
  {
    name: 'state',
    type: 'text',
    value: 'FILE',
    help: 'keeps the changes of all accounts, so that they are there at the next start',
  },
  {
    name: 'set',
    type: 'list',
    value: 'NAME=VALUE',
    help: 'how accounts are set up: settings of erply-mock --help; repeatable',
  },
  {
    name: 'max-body-bytes',
    type: 'number',
    value: 'N',
    help: 'larger request bodies are refused with HTTP 413 (default 16777216)',
  },
  {
    name: 'max-parameters',
    type: 'number',
    value: 'N',
    help: 'requests with more parameters are refused with HTTP 413 (default 100000)',
  },
  {
    name: 'cache-megabytes',
    type: 'number',
    value: 'N',
    help: 'encoded records that are kept for all accounts together (default 48)',
  },
  {
    name: 'cors',
    type: 'list',
    value: 'ORIGIN,ORIGIN',
    help: 'origins whose pages may call the classic API, * for any (default: none)',
  },
  {
    name: 'public-url',
    type: 'text',
    value: 'URL',
    help: "base of links in answers (default: the request's Host)",
  },
  {
    name: 'journal',
    type: 'text',
    value: 'masked|full|off',
    help: 'which values the journal shows: those that may be logged, all but secrets, or no journal (default masked)',
  },
  {
    name: 'log',
    type: 'word',
    value: '[text|json]',
    words: ['text', 'json'],
    help: 'a line on stderr for each request: in words (as --log alone), or as JSON',
    isOwn: true,
  },
  {
    name: 'report',
    type: 'word',
    value: '[text|json]',
    words: ['text', 'json'],
    help: 'at the end, on stderr: what each account was asked, what it cost, and what would have cost less',
    isOwn: true,
  },
  {
    name: 'replay',
    type: 'text',
    value: 'FILE',
    help: 'asks everything again that a bundle has (GET /_mock/accounts/CODE/bundle), and says what is answered otherwise',
    isOwn: true,
  },
  { name: 'control-token', type: 'text', value: 'TOKEN', help: 'opens the control API off loopback' },
  {
    name: 'tls',
    type: 'switch',
    help: 'HTTPS, with a certificate made at start for this machine and *.erply.com',
  },
  {
    name: 'tls-ca',
    type: 'text',
    value: 'FILE',
    help: 'where to write the certificate that clients have to trust with --tls',
    isOwn: true,
  },
  {
    name: 'ready-file',
    type: 'text',
    value: 'FILE',
    help: 'holds the base URL once the fake can answer, and is removed at its end',
    isOwn: true,
  },
];

const clientCodeFlag: Flag = {
  name: 'client-code',
  type: 'text',
  value: 'CODE',
  help: 'ERPLY_CLIENT_CODE (default: the first of --accounts, else 100001)',
  isOwn: true,
};

/** Options of `erply-mock run`. */
export const runFlags: readonly Flag[] = [
  clientCodeFlag,
  ...flags
    .filter(({ name }) => name !== 'replay')
    .map((flag) =>
      flag.name === 'port' ? { ...flag, help: 'port to listen on (default 0: a free one)' } : flag,
    ),
];

/** Options of `erply-mock env`; those of the fake that decide how it is reached are among them. */
export const envFlags: readonly Flag[] = [
  {
    name: 'url',
    type: 'text',
    value: 'URL',
    help: 'base URL of the fake (default: by --host and --port)',
    isOwn: true,
  },
  clientCodeFlag,
  {
    name: 'shell',
    type: 'text',
    value: 'NAME',
    help: `who reads the lines: ${shells.join(', ')} (default sh)`,
    isOwn: true,
  },
  ...flags.filter(({ name }) => ['host', 'port', 'tls', 'accounts'].includes(name)),
];

/** The name on the command line of an option of `startMock()`: `--max-accounts` for `maxAccounts`. */
export const flagName = (option: string) =>
  `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The environment's name of an option. */
export const environmentName = (flag: Flag) => `ERPLY_MOCK_${flag.name.toUpperCase().replaceAll('-', '_')}`;
