import { type Parameters, textOf } from '../wire/parameters.ts';

/** The protocol's own parameters, which mean the same in every call. Texts are "" where they were not sent. */
export interface Protocol {
  /** `undefined` where it was not sent: then the host may name the account. */
  readonly clientCode: string | undefined;
  readonly sessionKey: string;
  /** JSON, XML or CSV; "" is JSON, and another word is refused by a gate. */
  readonly responseType: string;
  /** Records are wanted with what only `responseMode=detail` brings. */
  readonly isDetailed: boolean;
  /** The fields that are wanted of each record, with commas between; "" for all. */
  readonly getFields: string;
  /** The language of names. */
  readonly lang: string;
  /** The answer says what it is made of. */
  readonly sendContentType: boolean;
}

/** Reads the protocol's own parameters of a request or sub-request. */
export function readProtocol(parameters: Parameters): Protocol {
  const read = (name: string) => textOf(parameters, name) ?? '';
  return {
    clientCode: textOf(parameters, 'clientCode'),
    sessionKey: read('sessionKey'),
    responseType: read('responseType'),
    isDetailed: read('responseMode') === 'detail',
    getFields: read('getFields'),
    lang: read('lang'),
    sendContentType: read('sendContentType') === '1',
  };
}
