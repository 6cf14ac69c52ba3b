/**
 * JSON as Erply's server prints it: PHP's `json_encode` escapes slashes and everything beyond ASCII. Numbers are the
 * shortest that read back the same.
 */
export function phpJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined) throw new TypeError('This value has no JSON.');
  // Outside of strings JSON has neither slashes nor anything beyond ASCII, so the whole text can be escaped at once.
  return json.replace(/[/\u0080-\uffff]/g, (character) =>
    character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
