import { type BodyVariables, type Form, leadingBoundary, looksLikeJson } from './form.ts';

const sendAForm = 'send a form as application/x-www-form-urlencoded or multipart/form-data';

/** A header's value, as much of it as a note needs. */
const shown = (contentType: string) => `Content-Type "${contentType.slice(0, 100)}"`;

function unreadNote(body: string, contentType: string): string {
  if (/\bjson\b/i.test(contentType) || looksLikeJson(body))
    return `the body is JSON, which Erply does not read (${contentType === '' ? 'no Content-Type' : shown(contentType)}): ${sendAForm}`;
  if (contentType === '') return `the body has no Content-Type, so nothing of it was read: ${sendAForm}`;
  const lack = /^multipart\/form-data/i.test(contentType) ? 'has no boundary' : 'is not that of a form';
  return `${shown(contentType)} ${lack}, so nothing of the body was read: ${sendAForm}`;
}

function multipartNote(body: string, contentType: string, read: BodyVariables): string | undefined {
  if (read.isGarbled)
    return `part ${read.parts} of the multipart form has no name that PHP reads, so nothing after it was read`;
  const isEmptyForm = /^--[^\r\n]*--\s*$/.test(body);
  if (read.parts !== 0 || isEmptyForm) return undefined;
  return `no line of the body is the boundary of ${shown(contentType)}, so nothing of it was read`;
}

function urlencodedNote(body: string, contentType: string): string | undefined {
  // Most bodies begin with a letter, and are not looked at any further.
  if (!/^[-\s[{]/.test(body)) return undefined;
  const other = leadingBoundary(body) !== undefined ? 'multipart' : looksLikeJson(body) ? 'JSON' : undefined;
  return other === undefined
    ? undefined
    : `the body looks like ${other}, but was read by its ${shown(contentType)}`;
}

/** What there is to say of a body that PHP reads otherwise than it was probably meant. */
export function formNote(
  sent: { readonly body: string; readonly contentType: string },
  form: Form,
  read: BodyVariables,
): string | undefined {
  const { body, contentType } = sent;
  if (body === '') return undefined;
  switch (form.kind) {
    case 'unread':
      return unreadNote(body, contentType);
    case 'multipart':
      return multipartNote(body, contentType, read);
    case 'urlencoded':
      return urlencodedNote(body, contentType);
  }
}
