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
    expect(phpJson([0.1 + 0.2, 1, -4, 20.0, -0.5, 0.0001])).toBe('[0.30000000000000004,1,-4,20,-0.5,0.0001]');
  });

  it('prints the exponent of very small and very big numbers, after at least one decimal', () => {
    expect(phpJson([1e-7, 0.00001, -1.25e-5, 1e16, 1e17, 1.5e21])).toBe(
      '[1.0e-7,1.0e-5,-1.25e-5,10000000000000000,1.0e+17,1.5e+21]',
    );
  });

  it('prints minus zero, as PHP does where zero fractions are not preserved', () => {
    expect(phpJson([-0, 0, { a: -0 }])).toBe('[-0,0,{"a":-0}]');
  });

  it('prints as null what is not a number', () => {
    expect(phpJson([Number.NaN, Number.POSITIVE_INFINITY])).toBe('[null,null]');
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
