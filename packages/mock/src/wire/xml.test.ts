import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { askText, frozenMock, loggedIn, post } from '../../test/ask.ts';
import { fullFields } from '../../test/example-fields.ts';

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => name === 'item',
  processEntities: { enabled: true, maxTotalExpansions: 1e9, maxExpandedLength: 1e9 },
});

/** What an XML answer says, in the words of JSON: all values are text, unset ones empty. */
function readXml(xml: string): any {
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<document>')).toBe(true);
  return parser.parse(xml).document;
}

/** JSON as XML can tell it: no types, lists as `item`s, objects with numbers for keys as lists. */
function asXml(value: unknown): unknown {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value)) return value.length === 0 ? '' : { item: value.map(asXml) };
  if (typeof value !== 'object') return String(value);
  const fields = Object.entries(value);
  if (fields.length === 0) return '';
  if (fields.every(([name]) => /^\d+$/.test(name))) return { item: fields.map(([, field]) => asXml(field)) };
  return Object.fromEntries(fields.map(([name, field]) => [name, asXml(field)]));
}

/** Characters that XML cannot hold, which the `nasty` shop has: XML shows the mark for unknown ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** An answer's JSON with numbers as they are printed. */
const writable = (json: string) =>
  JSON.parse(json, ((_key: string, value: unknown, context: { source?: string }) => {
    if (typeof value === 'number') return context.source;
    return typeof value === 'string' ? value.replace(unwritable, '\ufffd') : value;
  }) as never);

/** Each report is a file of its own. */
const sameFile = (answer: string) => answer.replaceAll(/_[0-9a-f]{32}\.csv/g, '_report.csv');

describe.each(['demo', 'nasty'] as const)('XML of the %s shop', (dataset) => {
  const reads = Object.values(calls).filter((call) => call.effect === 'read' && call.session !== 'none');

  it.each(reads.map((call) => [call.name, call] as const))(
    'of %s says what its JSON says',
    async (request, call) => {
      const mock = frozenMock(dataset === 'demo' ? { dataset, documents: 100 } : { dataset });
      const { sessionKey } = await loggedIn(mock);
      const fields = { clientCode: '100001', sessionKey, request, ...fullFields(call) };
      const json = writable(sameFile(await askText(mock, fields)));
      expect(json.status.responseStatus).toBe('ok');
      const xml = sameFile(await askText(mock, { ...fields, responseType: 'XML' }));
      expect(readXml(xml)).toEqual(asXml(json));
    },
  );
});

describe('XML', () => {
  it('of an error has the same fields as its JSON', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    for (const fields of [
      { request: 'getWarehouses' },
      { request: 'nothing', sessionKey },
      { request: 'deleteProduct', sessionKey },
      { requests: '{', sessionKey },
    ]) {
      const sent = { clientCode: '100001', ...fields };
      const json = JSON.parse(await askText(mock, sent));
      expect(json.status.errorCode).toBeGreaterThan(0);
      expect(readXml(await askText(mock, { ...sent, responseType: 'XML' }))).toEqual(asXml(json));
    }
  });

  it('of a bulk request has an item for each sub-request', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    const requests = JSON.stringify([
      { requestName: 'getProducts', requestID: 1, recordsOnPage: 2 },
      { requestName: 'nothing', requestID: 'two' },
      { requestName: 'getWarehouses' },
    ]);
    const sent = { clientCode: '100001', sessionKey, requests };
    const json = JSON.parse(await askText(mock, sent));
    expect(readXml(await askText(mock, { ...sent, responseType: 'XML' }))).toEqual(asXml(json));
    const none = readXml(await askText(mock, { ...sent, requests: '[]', responseType: 'XML' }));
    expect(none).toEqual(asXml(JSON.parse(await askText(mock, { ...sent, requests: '[]' }))));
  });

  it('comes with its own Content-Type when that is asked for', async () => {
    const answer = await post(frozenMock(), { clientCode: '1', responseType: 'XML', sendContentType: 1 });
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=UTF-8');
  });

  it('can be asked for with a refused format, which is reported in JSON', async () => {
    const answer = JSON.parse(
      await askText(frozenMock(), { clientCode: '1', request: 'verifyUser', responseType: 'YAML' }),
    );
    expect(answer.status.errorCode).toBe(1007);
  });
});
