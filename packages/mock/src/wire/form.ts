import { multipartFields, multipartOf } from './multipart.ts';

/** The fields of a body, and what the fake has to say of it. */
export interface Form {
  readonly fields: Iterable<readonly [string, string]>;
  readonly note?: string;
}

const isJson = (body: string, contentType: string) => /\bjson\b/i.test(contentType) || /^\s*[[{]/.test(body);

/** The form fields of a body, by what it looks like. JSON is no form, so its parameters are not seen. */
export function readForm(body: string, contentType: string): Form {
  const multipart = multipartOf(body, contentType);
  if (multipart !== undefined) return { fields: multipartFields(body, multipart) };
  if (isJson(body, contentType)) {
    return { fields: [], note: 'the body is JSON, which Erply does not read: send a form' };
  }
  return { fields: new URLSearchParams(body) };
}
