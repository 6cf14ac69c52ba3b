import { leadingBoundary, multipartFields } from './multipart.ts';

/** The fields of a body, and what the fake has to say of it. */
export interface Form {
  readonly fields: Iterable<readonly [string, string]>;
  readonly note?: string;
}

const isJson = (body: string, contentType: string) => /\bjson\b/i.test(contentType) || /^\s*[[{]/.test(body);

/**
 * The form fields of a body. It is looked at before the header: clients are seen to send a multipart form under the
 * header of the other kind. JSON is no form, so its parameters are not seen.
 */
export function readForm(body: string, contentType: string): Form | Promise<Form> {
  if (body === '') return { fields: [] };
  const boundary = leadingBoundary(body);
  if (boundary !== undefined) return multipartFields(body, boundary).then((fields) => ({ fields }));
  if (isJson(body, contentType)) {
    return { fields: [], note: 'the body is JSON, which Erply does not read: send a form' };
  }
  return { fields: new URLSearchParams(body) };
}
