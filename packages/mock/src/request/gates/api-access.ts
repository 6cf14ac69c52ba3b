import type { Gate } from '../context.ts';

/** 1065: the user may not use the API. */
export const apiAccess: Gate = (context) => (context.user?.apiAccess === false ? { code: 1065 } : undefined);
