import { codeOfHost } from '../../wire/host-code.ts';
import type { Gate } from '../context.ts';

/** 1001: no client code, or one that no account can have. */
export const account: Gate = (context) => {
  const { server, origin, protocol } = context;
  const code = protocol.clientCode ?? codeOfHost(origin.host, server.options.publicUrl) ?? '';
  const found = server.accounts.find(code);
  if (found === undefined) return { code: 1001 };
  found.requestsUnderWay += 1;
  context.account = found;
  const { chaos } = found.faults;
  if (chaos !== undefined) context.chaosSeed = chaos.seed;
  return undefined;
};
