import { accountOf, type Gate } from '../context.ts';

/** 1006: the account's plan leaves the call out, or it lacks the module that the call is part of. */
export const module: Gate = (context) => {
  const { disabled } = accountOf(context).config;
  const { call } = context;
  if (disabled.size === 0 || call === undefined) return undefined;
  const isMissing = disabled.has(call.name) || (call.module !== undefined && disabled.has(call.module));
  return isMissing ? { code: 1006 } : undefined;
};
