import type { Gate } from './passage.ts';

/** 1001: no client code, or one that no account can have. */
export const account: Gate = (passage) => {
  const found = passage.server.accounts.find(passage.parameters.get('clientCode') ?? '');
  if (found === undefined) return { code: 1001 };
  passage.account = found;
  return undefined;
};
