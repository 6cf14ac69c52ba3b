import { describe, expect, it } from 'vitest';

import { Failure } from '../errors/failure.ts';
import { checkReportLink } from './report-link.ts';

const rules = (apiUrl: string, allowLinkHosts: readonly string[] = []) => ({
  apiUrl: new URL(apiUrl),
  allowLinkHosts,
  isSecret: (text: string) => text.includes('canary-secret-7f3a'),
});
const erply = rules('https://100001.erply.com/api/');
/** What option of the client would let this link be followed. */
function findRefusal(link: string) {
  try {
    return check(link);
  } catch (error) {
    return error instanceof Failure ? error.facts.allowedBy : error;
  }
}

const check = (link: unknown, given = erply) => checkReportLink(link, given).href;

describe('a report link', () => {
  it("may be on the API's own origin", () => {
    const own = rules('http://127.0.0.1:8090/api/');
    expect(check('http://127.0.0.1:8090/reports/a.csv', own)).toBe('http://127.0.0.1:8090/reports/a.csv');
  });

  it("may be on any of Erply's servers, over https", () => {
    expect(check('https://sb.erply.com/actualreports/a.csv')).toBe(
      'https://sb.erply.com/actualreports/a.csv',
    );
    expect(check('http://sb.erply.com/actualreports/a.csv')).toBe('https://sb.erply.com/actualreports/a.csv');
  });

  it('is raised to https on the host of an API that has it', () => {
    const proxy = rules('https://proxy.example/erply/api/');
    expect(check('http://proxy.example/a.csv', proxy)).toBe('https://proxy.example/a.csv');
  });

  it('may be on a host that the program allows, with or without its port', () => {
    const allowed = rules('https://100001.erply.com/api/', ['files.example', 'other.example:8443']);
    expect(check('http://files.example/a.csv', allowed)).toBe('http://files.example/a.csv');
    expect(check('https://other.example:8443/a.csv', allowed)).toBe('https://other.example:8443/a.csv');
    expect(() => check('https://other.example/a.csv', allowed)).toThrow('leads to other.example');
  });

  it('may be on an allowed host however that is written', () => {
    const allowed = rules('https://100001.erply.com/api/', ['Files.Example:443', 'OLD.example:80']);
    expect(check('https://files.example/a.csv', allowed)).toBe('https://files.example/a.csv');
    expect(check('http://old.example/a.csv', allowed)).toBe('http://old.example/a.csv');
    expect(() => check('http://files.example/a.csv', allowed)).toThrow('leads to files.example');
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'https://erply.com.evil.example/a.csv',
    'https://evilerply.com/a.csv',
    'https://sb.erply.com:8443/a.csv',
    'http://sb.erply.com:8080/a.csv',
    'http://127.0.0.1/a.csv',
  ])('may not lead elsewhere: %s', (link) => {
    expect(findRefusal(link)).toMatchObject({ option: 'allowLinkHosts' });
  });

  it.each([
    'file:///etc/passwd',
    'ftp://sb.erply.com/a',
    'https://user:word@sb.erply.com/a',
    'nonsense',
    '',
    undefined,
    7,
  ])('must be a plain web address: %s', (link) => expect(() => check(link)).toThrow(/the report link is no/));

  it.each(['https://canary-secret-7f3a.evil.example/a', `https://${'x'.repeat(300)}.example/a`])(
    'is not named when its host is not a name but a secret, or endless: %#',
    (link) =>
      expect(() => check(link)).toThrow(/^the report link leads to a host with a name that no host has$/),
  );

  it('is not shown in the error, which may hold a secret path', () => {
    expect(() => check('https://evil.example/CANARY-SECRET-7f3a.csv?a=CANARY-SECRET-7f3a')).not.toThrow(
      'CANARY',
    );
  });
});
