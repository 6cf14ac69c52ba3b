import { textOf } from '../wire/parameters.ts';
import type { Gate } from './passage.ts';

/** 1001: no client code, or one that no account can have. */
export const account: Gate = (passage) => {
  const code = textOf(passage.parameters, 'clientCode') ?? passage.place.hostCode ?? '';
  const found = passage.server.accounts.find(code);
  if (found === undefined) return { code: 1001 };
  passage.account = found;
  return undefined;
};
