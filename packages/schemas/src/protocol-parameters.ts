/**
 * Parameters of the protocol itself: every request or sub-request takes them, whichever call it names. Each with where
 * that is known from: pages below learn-api.erply.com, unless another site is named.
 */
export const protocolParameters = {
  clientCode: 'wiki.erply.com/article/2037-curl-examples',
  request: 'wiki.erply.com/article/2036-request-and-response',
  requestName: 'getting-started/bulk-api-calls: stands for `request` in a sub-request',
  requestID: 'getting-started/bulk-api-calls: optional, and echoed',
  requests: 'getting-started/bulk-api-calls',
  sessionKey: 'wiki.erply.com/article/2037-curl-examples',
  version: 'inventoryapi.com/?id=347 (2010): 1.0; most clients send it still',
  responseType: 'wiki.erply.com/article/2036-request-and-response',
  responseMode: 'erply.com/erply-api-advanced-topics: `detail` brings more of some calls',
  sendContentType: 'getting-started',
  setContentType: 'github.com/erply/api-go-wrapper sends it instead of sendContentType; it does nothing',
  partnerKey: 'wiki.erply.com/article/677-partner-keys: names the program in logs',
  getFields: 'requests/getproducts',
  lang: 'requests/getproducts',
} as const satisfies Readonly<Record<string, string>>;

/** Whether a parameter is one of the protocol's own. */
export const isProtocolParameter = (name: string): boolean => Object.hasOwn(protocolParameters, name);

/** Inputs that say which part of a list is wanted: of every list that has pages, with the same meaning in each. */
export const pagingParameters: readonly string[] = ['recordsOnPage', 'pageNo', 'recordOffset'];
