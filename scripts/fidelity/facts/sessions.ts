import type { Fact } from '../fact.ts';

/** The life of a session key, and the tokens that stand for it. */
export const sessions: readonly Fact[] = [
  {
    behaviour: 'A key has 4 letters or digits and 40 hexadecimal digits.',
    evidence: 'observed',
    option: '--set sessionKeyLength',
    test: ['sessions', 'gives a key for the right password, with the wire types that captured answers have'],
  },
  {
    behaviour:
      'A session lasts 3600 seconds, or as long as was asked for, at most 86400; 0 and negative mean 3600.',
    evidence: 'documented',
    test: ['sessions', 'grants %i seconds as %i'],
  },
  {
    behaviour: 'Using a key does not prolong it.',
    evidence: 'inferred',
    test: [
      'sessions',
      'does not prolong a session by using it, and keeps older keys valid after a new login',
    ],
  },
  {
    behaviour: 'Every login gives a new key; older ones stay valid until they run out.',
    evidence: 'inferred',
    test: [
      'sessions',
      'does not prolong a session by using it, and keeps older keys valid after a new login',
    ],
  },
  {
    behaviour:
      'A missing key is answered with 1009, one that the account does not know with 1055: another account’s, too.',
    evidence: 'documented',
    test: [
      'sessions',
      'answers 1009 without a key and 1055 to a key that it never gave, or gave to another account',
    ],
  },
  {
    behaviour: 'A key that ran out is answered with 1054 for a day, then with 1055.',
    evidence: 'inferred',
    option: '--set expiredKeySeconds',
    test: [
      'sessions',
      'answers 1054 to a key from the second it runs out, and 1055 when it has been forgotten',
    ],
  },
  {
    behaviour: 'verifyUser, getServiceEndpoints and verifyIdentityToken need no session.',
    evidence: 'documented',
    test: ['gates', 'let calls pass without a session that need none, whatever key they come with'],
  },
  {
    behaviour: 'getSessionKeyUser answers the record of verifyUser, with the same key.',
    evidence: 'documented',
    test: ['sessions', 'answers whose key it is'],
  },
  {
    behaviour: 'getSessionKeyInfo answers its times in quotes.',
    evidence: 'observed',
    option: '--set sessionKeyInfoTypes',
    test: ['sessions', 'answers when a key was made and when it runs out, as text'],
  },
  {
    behaviour: 'switchUser opens a session for the user with the PIN.',
    evidence: 'documented',
    option: 'account data',
    test: ['switch-user', 'opens a session for the user with the PIN'],
  },
  {
    behaviour:
      'switchUser takes a session that ran out up to two hours ago; an older one is refused with 1056.',
    evidence: 'documented',
    test: [
      'switch-user',
      'takes a session that ran out up to two hours ago, then answers 1056, and 1055 when it is forgotten',
    ],
  },
  {
    behaviour: 'A wrong PIN is answered with 1051, and five of them lock the user of the session.',
    evidence: 'inferred',
    test: ['switch-user', 'locks the user of the session after five wrong PINs'],
  },
  {
    behaviour: 'switchUser refuses a session that came from a token with 1176.',
    evidence: 'documented',
    test: [
      'switch-user',
      'refuses a session that came from a token with 1176, and a user without access with 1065',
    ],
  },
  {
    behaviour:
      'verifyUser and getSessionKeyUser send identityToken and token; the first is left out on request.',
    evidence: 'documented',
    test: ['tokens', 'come with the login: both of them, or without the one that is not wanted'],
  },
  {
    behaviour:
      'Tokens are JSON Web Tokens of 24 hours. What is in them is the fake’s own: issuer erply-mock, HS256.',
    evidence: 'inferred',
    option: '--set identityTokenSeconds',
    test: [
      'tokens',
      'are signed JSON Web Tokens that say whose they are and run out by the clock of the account',
    ],
  },
  {
    behaviour:
      'verifyIdentityToken gives the session of the token while that is good, else one that lives as long as the token.',
    evidence: 'documented',
    test: ['tokens', 'open a session that lives as long as they do when theirs is over'],
  },
  {
    behaviour:
      'A token that ran out is refused with 1194, one of another account with 1190, of an unknown user with 1173.',
    evidence: 'documented',
    test: [
      'tokens',
      'are refused by another account (1190), and for a user who is gone (1173) or has no access (1065)',
    ],
  },
  {
    behaviour: 'A token that is not ours is refused with 1191.',
    evidence: 'documented',
    test: [
      'tokens',
      'are refused when they are not ours (1191): changed, unsigned, of another key, issuer, algorithm or use',
    ],
  },
];
