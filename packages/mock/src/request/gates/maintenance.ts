import { accountOf, type Gate } from '../context.ts';

/** 1000: switched on per account. */
export const maintenance: Gate = (context) =>
  accountOf(context).config.maintenance ? { code: 1000 } : undefined;
