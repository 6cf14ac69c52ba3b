import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';

/** The content of a picture or file, as a save call takes it. */
interface SentContent {
  /** The input that has the content. */
  readonly input: string;
  /** In base64. */
  readonly content: string | undefined;
  readonly filename?: string | undefined;
  readonly url?: string | undefined;
  readonly hostingProvider?: string | undefined;
  /** A new record needs content. */
  readonly isNew: boolean;
}

/** Where content is: at an address of its own, or under a name that the fake makes an address of. */
type ContentOrigin =
  | { readonly url: string; readonly external: 1; readonly hostingProvider: string }
  | { readonly filename: string; readonly external: 0; readonly hostingProvider: '' };

/** What files of a kind begin with. */
const beginnings: Readonly<Record<string, readonly number[]>> = {
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47],
  gif: [0x47, 0x49, 0x46, 0x38],
  pdf: [0x25, 0x50, 0x44, 0x46],
};

/** Characters of base64 that hold the beginning of a file. */
const firstCharacters = 8;

/** 1091: not base64. 1214: not what the name says. */
function checkContent(content: string, { input, filename = '' }: SentContent): void {
  const base64 = content.replaceAll(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.replaceAll('=', '').length % 4 === 1)
    refuse(1091, input);
  const extension = filename.slice(filename.lastIndexOf('.') + 1).toLowerCase();
  const expected = Object.hasOwn(beginnings, extension) ? beginnings[extension] : undefined;
  const bytes = Buffer.from(base64.slice(0, firstCharacters), 'base64');
  if (expected?.some((byte, index) => bytes[index] !== byte)) refuse(1214, input);
}

/** 1015: not an address of the web, or not the code name of a hosting provider. */
function checkOrigin({ url = '', hostingProvider = '' }: SentContent): void {
  if (url !== '' && !/^https?:\/\//.test(url)) refuse(1015, 'url');
  if (!/^[A-Za-z0-9]*$/.test(hostingProvider)) refuse(1015, 'hostingProvider');
}

/** Digits of a name that nobody gave. */
const nameDigits = 16;

function randomName(account: Account): string {
  const random = account.random('filenames');
  return Array.from({ length: nameDigits }, () => random.below(16).toString(16)).join('');
}

/** Where the sent content is; `undefined` where an edit keeps what there is. 1090: there is none. */
export function contentOrigin(account: Account, sent: SentContent): ContentOrigin | undefined {
  checkOrigin(sent);
  const { content, filename = '', url = '', hostingProvider = '' } = sent;
  if (url !== '') return { url, external: 1, hostingProvider };
  if (content === undefined && !sent.isNew) return undefined;
  if (content === undefined || content === '') refuse(1090, sent.input);
  checkContent(content, sent);
  return { filename: filename === '' ? randomName(account) : filename, external: 0, hostingProvider: '' };
}
