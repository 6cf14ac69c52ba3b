/** A request to PHP. In its texts each character is one byte (latin1). */
export interface FormCase {
  /** The header; `null` for none. */
  readonly contentType: string | null;
  /** What stands behind the `?`. */
  readonly query: string;
  readonly body: string;
}

/** A variable that PHP has made: its name and its value, `null` for an array. */
export type PhpVariable = readonly [name: string, value: string | null];

/** What PHP has made of a request. */
export interface PhpAnswer {
  readonly php: string;
  readonly post: readonly PhpVariable[];
  readonly get: readonly PhpVariable[];
}

export const urlencodedType = 'application/x-www-form-urlencoded';
export const multipartType = 'multipart/form-data; boundary=XX';

export const ofBody = (body: string, contentType: string | null = urlencodedType): FormCase => ({
  contentType,
  query: '',
  body,
});
