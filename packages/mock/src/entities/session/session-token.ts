import type { TokenClaims } from '../../account/tokens.ts';
import { type CallContext, sessionOf, userOf } from '../../generic/handler.ts';

/** A token of the user and session of a call. */
export function sessionToken(context: CallContext, use: TokenClaims['use']): Promise<string> {
  const { userName } = userOf(context);
  const { number: sessionNumber } = sessionOf(context);
  const { account } = context;
  const claims = { use, clientCode: account.code, userName, sessionNumber };
  return account.shared.tokens.sign(claims, account.now(), account.switches.identityTokenSeconds);
}
