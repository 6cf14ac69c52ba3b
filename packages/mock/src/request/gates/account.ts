import { codeOfHost } from '../../wire/host-code.ts';
import type { Gate } from '../context.ts';

/** 1001: no client code, or one that no account can have. A sign-up needs none: it runs in the account that it makes. */
export const account: Gate = (context) => {
  const { server, origin, protocol } = context;
  const code = protocol.clientCode ?? codeOfHost(origin.host, server.options.publicUrl) ?? '';
  context.isSignUp = code === '' && context.name.name === 'createInstallation';
  const found = context.isSignUp ? server.accounts.unused() : server.accounts.find(code);
  if (found === undefined && context.isSignUp) return { code: 1155 };
  if (found === undefined) return { code: 1001 };
  // While others are under way there is no state that one request after the other could have led to.
  found.isShared = found.requestsUnderWay > 0;
  if (!found.isShared && server.options.journal !== 'off') found.checkpoints.add(found.journal, found);
  found.requestsUnderWay += 1;
  context.account = found;
  const { chaos } = found.faults;
  if (chaos !== undefined) context.chaosSeed = chaos.seed;
  return undefined;
};
