import type { Gate } from './passage.ts';

/** 1007: a format that does not exist, or that the fake does not write yet. */
export const responseType: Gate = (passage) => {
  const wanted = passage.parameters.get('responseType') ?? '';
  if (wanted === '' || wanted === 'JSON' || wanted === 'CSV') return undefined;
  return { code: 1007, ...(wanted === 'XML' ? { note: 'responseType=XML is not served yet' } : {}) };
};
