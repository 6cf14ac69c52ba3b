import { type MultipartVariables, readMultipart } from './multipart.ts';
import { occurrences } from './occurrences.ts';
import { type FormVariables, readUrlencoded } from './urlencoded.ts';

/** What a body is read as; fields of one that is `unread` count as not sent. */
export type Form =
  | { readonly kind: 'urlencoded' }
  | { readonly kind: 'multipart'; readonly boundary: string }
  | { readonly kind: 'unread' };

const urlencoded: Form = { kind: 'urlencoded' };
const unread: Form = { kind: 'unread' };

// The type ends at a semicolon, a comma or a blank; a tab belongs to it.
const isUrlencoded = /^application\/x-www-form-urlencoded(?:[;, ]|$)/i;
const isMultipart = /^multipart\/form-data(?:[;, ]|$)/i;

/** The boundary where PHP looks for it: behind the first `=` after the word, in quotes or up to a comma or semicolon. */
function boundaryOf(contentType: string): string | undefined {
  const exactAt = contentType.indexOf('boundary');
  const wordAt = exactAt === -1 ? contentType.toLowerCase().indexOf('boundary') : exactAt;
  const equalsAt = wordAt === -1 ? -1 : contentType.indexOf('=', wordAt);
  if (equalsAt === -1) return undefined;
  const value = contentType.slice(equalsAt + 1);
  if (!value.startsWith('"')) return value.split(/[,;]/, 1)[0];
  const closedAt = value.indexOf('"', 1);
  return closedAt === -1 ? undefined : value.slice(1, closedAt);
}

/** What PHP reads a body as: it goes by the Content-Type alone, and knows two. */
export function formOf(contentType: string): Form {
  if (isUrlencoded.test(contentType)) return urlencoded;
  const boundary = isMultipart.test(contentType) ? boundaryOf(contentType) : undefined;
  return boundary === undefined ? unread : { kind: 'multipart', boundary };
}

/** The boundary that the first line of a body is, if it is one. */
export const leadingBoundary = (body: string) => /^--([^\r\n]{1,200})\r?\n/.exec(body)?.[1];

export const looksLikeJson = (body: string) => /^\s*[[{]/.test(body) && /[\]}]\s*$/.test(body.slice(-100));

/** What a body is meant as, whatever its Content-Type says. */
export function meantForm(body: string, contentType: string): Form {
  const leading = leadingBoundary(body);
  if (leading !== undefined) return { kind: 'multipart', boundary: leading };
  const announced = /^multipart\//i.test(contentType) ? boundaryOf(contentType) : undefined;
  if (announced !== undefined) return { kind: 'multipart', boundary: announced };
  const isJson = /\bjson\b/i.test(contentType) || (!isUrlencoded.test(contentType) && looksLikeJson(body));
  return isJson ? unread : urlencoded;
}

/** What was read of a body; the last three of a multipart form alone. */
export type BodyVariables = FormVariables &
  Partial<Pick<MultipartVariables, 'parts' | 'isGarbled' | 'isTooLarge'>>;

/** Files that PHP as it is shipped takes beside the variables of a multipart form, before it stops reading parts. */
export const maxFileUploads = 20;

/** The fields that a PHP with so many `max_input_vars` keeps: of a urlencoded body it notices one too late. */
export const keptFields = (form: Form, maxInputVars: number) =>
  form.kind === 'urlencoded' ? maxInputVars + 1 : maxInputVars;

/** How many fields a body has, give or take one; counting ends behind `most`, and nothing is made of them. */
export function countFields(body: string, form: Form, most: number): number {
  if (form.kind === 'unread' || body === '') return 0;
  if (form.kind === 'urlencoded') return 1 + occurrences(body, '&', most);
  // The first boundary has no line before it, and the last one no field behind it.
  return occurrences(body, `\n--${form.boundary}`, most + 1);
}

/** Reads a body whole, or as much of it as a PHP with so many `max_input_vars` does. */
export function readForm(body: string, form: Form, maxInputVars = Number.POSITIVE_INFINITY): BodyVariables {
  const mostFields = keptFields(form, maxInputVars);
  switch (form.kind) {
    case 'urlencoded':
      return readUrlencoded(body, 'body', mostFields);
    case 'multipart':
      return readMultipart(body, form.boundary, { mostFields, mostParts: maxInputVars + maxFileUploads });
    case 'unread':
      return { values: new Map(), count: 0 };
  }
}
