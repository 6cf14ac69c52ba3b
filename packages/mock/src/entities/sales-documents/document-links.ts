import { createHash } from 'node:crypto';

import { phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { CallContext } from '../../generic/handler.ts';
import { type Ascii, bufferOf, type Encodable, encode, inPieces } from '../../wire/ascii.ts';

/** How long the links to a document work, in seconds. */
const linkSeconds = 24 * 60 * 60;

/** The two links of a document. */
export interface DocumentLinks {
  readonly invoiceLink: string;
  readonly receiptLink: string;
}

/** What a link of the account has in it, which nobody makes who does not know the shop: opaque, not secret. */
const markOf = (account: Account, expiresAt: number): string =>
  createHash('sha256')
    .update(`${account.shared.shop.seed}/${account.code}/document/${expiresAt}`)
    .digest('hex')
    .slice(0, 32);

type LinkContext = Pick<CallContext, 'account' | 'baseUrl'>;

/** What all links of an account begin with that work for 24 hours from now on. */
function startOfLinks({ account, baseUrl }: LinkContext): string {
  const expiresAt = account.now() + linkSeconds;
  return `${baseUrl}/documents/${account.code}_${expiresAt}_${markOf(account, expiresAt)}_`;
}

/** Makes the links to the printed documents of an account, which work for 24 hours from now on. */
export function documentLinks(context: LinkContext): (id: number) => DocumentLinks {
  const start = startOfLinks(context);
  return (id) => ({ invoiceLink: `${start}${id}_invoice.html`, receiptLink: `${start}${id}_receipt.html` });
}

/** As every encoded document has them while it is kept: a link works for some time only. */
const unset = Buffer.from('"invoiceLink":"","receiptLink":""');

/** The ID is the first field of a document. */
const idOf = (json: string) => Number(/^\{"id":(\d+)/.exec(json)?.[1] ?? 0);

/** More characters than the first field has. */
const idLength = 24;

/** Where the links of a document that is kept belong: looked for once. */
const placesOfLinks = new WeakMap<object, number>();

function placeOfLinks(document: Ascii, json: Buffer): number {
  if (typeof document === 'string') return json.indexOf(unset);
  let at = placesOfLinks.get(document);
  if (at === undefined) {
    at = json.indexOf(unset);
    placesOfLinks.set(document, at);
  }
  return at;
}

/** Encoded documents with links that work from now on. */
export function withLinks(documents: Encodable, context: LinkContext): Encodable {
  // Encoded once: a page has 200 links.
  const start = phpJson(startOfLinks(context)).slice(0, -1);
  const linked = (document: Ascii): Ascii => {
    const json = bufferOf(document);
    const at = placeOfLinks(document, json);
    if (at === -1) return document;
    const id = idOf(json.toString('latin1', 0, idLength));
    const links = `"invoiceLink":${start}${id}_invoice.html","receiptLink":${start}${id}_receipt.html"`;
    return inPieces([json.subarray(0, at), links, json.subarray(at + unset.length)]);
  };
  return {
    length: documents.length,
    encode: (from, to) => encode(documents, from, to).map(linked),
  };
}

/** A document that a link names, for as long as the link works. */
export interface LinkedDocument {
  readonly account: Account;
  readonly id: number;
}

/** The account and the ID that the name of a link has, if the link works. */
export function readDocumentLink(
  name: string,
  accountOf: (code: string) => Account | undefined,
): LinkedDocument | undefined {
  const found = /^([A-Za-z0-9_-]{1,32})_(\d{1,12})_([0-9a-f]{32})_(\d{1,12})_(?:invoice|receipt)\.html$/.exec(
    name,
  );
  const [, code = '', expiresAt = '', mark, id = ''] = found ?? [];
  const account = found === null ? undefined : accountOf(code);
  if (account === undefined || mark !== markOf(account, Number(expiresAt))) return undefined;
  const isThere = account.now() < Number(expiresAt) && account.table('salesDocuments').has(Number(id));
  return isThere ? { account, id: Number(id) } : undefined;
}
