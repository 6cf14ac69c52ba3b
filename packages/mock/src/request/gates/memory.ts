import { accountOf, type Gate } from '../context.ts';

/**
 * 1003: the accounts hold as much of their own as the server may keep, so nothing is added, not even a session. What
 * reads goes on. Erply has no such refusal; this is the one that says that an account's data cannot be had.
 */
export const memory: Gate = (context) => {
  const { call, server } = context;
  if (!server.accounts.isFull || (call?.effect === 'read' && call.session !== 'none')) return undefined;
  const megabytes = server.options.maxAccountBytes / (1024 * 1024);
  return {
    code: 1003,
    note: `account ${accountOf(context).code}: nothing can be added, the accounts hold ${megabytes} MB (maxAccountMegabytes); forget some of them, or allow more`,
  };
};
