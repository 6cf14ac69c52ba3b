import { type AnyCall, encodeInput } from '@erply-kit/schemas';

/** The account of the examples; the fake answers for any. */
export const exampleAccount = '100001';

/** An example request as a client would send it, the session key left out. */
export function exampleRequest(call: AnyCall): string {
  const body = exampleParameters(call);
  const session = call.session === 'none' ? '' : '&sessionKey=…';
  const common = `clientCode=${exampleAccount}${session}&request=${call.name}`;
  return [
    'POST /api/ HTTP/1.1',
    `Host: ${exampleAccount}.erply.com`,
    'Content-Type: application/x-www-form-urlencoded',
    '',
    [common, body.toString()].filter((text) => text !== '').join('&'),
  ].join('\n');
}

/** The parameters of the example request, beside those that all calls share. */
export function exampleParameters(call: AnyCall): URLSearchParams {
  const page = call.paging && { ...call.paging.stableOrder, recordsOnPage: 20, pageNo: 1 };
  return new URLSearchParams([...encodeInput(call, { ...page, ...call.example })]);
}
