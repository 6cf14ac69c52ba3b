import { describe, expect, it } from 'vitest';

import { phpJson } from './php-json.ts';

describe('phpJson', () => {
  it('escapes slashes, in keys too', () => {
    expect(phpJson({ 'a/b': 'https://x/' })).toBe(String.raw`{"a\/b":"https:\/\/x\/"}`);
  });

  it('escapes everything beyond ASCII, with surrogate pairs in two halves', () => {
    expect(phpJson(['õ', '\u0080', '\u2028', '🌿', '\uffff'])).toBe(
      String.raw`["\u00f5","\u0080","\u2028","\ud83c\udf3f","\uffff"]`,
    );
  });

  it('escapes control characters the short way where there is one', () => {
    expect(phpJson('\b\f\n\r\t\u0000\u001f\u000b')).toBe(String.raw`"\b\f\n\r\t\u0000\u001f\u000b"`);
  });

  it('leaves the rest of ASCII raw, delete included', () => {
    expect(phpJson("~\u007f<>&'")).toBe('"~\u007f<>&\'"');
  });

  it('escapes quotes and backslashes once', () => {
    expect(phpJson('"\\/')).toBe(String.raw`"\"\\\/"`);
  });

  it('prints the shortest number', () => {
    expect(phpJson([0.1 + 0.2, 1, -4, 1e21, 20.0])).toBe('[0.30000000000000004,1,-4,1e+21,20]');
  });

  it('prints literals, empty lists and empty objects', () => {
    expect(phpJson([null, true, false, [], {}])).toBe('[null,true,false,[],{}]');
  });

  it('keeps the order of keys and leaves out what is undefined', () => {
    expect(phpJson({ z: 1, a: undefined, b: 2 })).toBe('{"z":1,"b":2}');
  });

  it('refuses what has no JSON', () => {
    expect(() => phpJson(undefined)).toThrow(TypeError);
  });

  it('reads back as the same value for any text', () => {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    expect(JSON.parse(phpJson(all))).toBe(all);
  });
});
