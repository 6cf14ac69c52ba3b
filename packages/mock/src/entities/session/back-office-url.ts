import type { CallContext } from '../../generic/handler.ts';

/** Where people work with the account in a browser. The fake has no back office: the address only looks like one. */
export const backOfficeUrl = (context: CallContext) => `${context.baseUrl}/${context.account.code}/`;
