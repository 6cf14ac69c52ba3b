import type { Fact } from '../fact.ts';

/** Who may log in, with what, and what they may do. */
export const users: readonly Fact[] = [
  {
    behaviour: 'verifyUser has IDs in quotes, sessionLength as a number, isPasswordExpired as true or false.',
    evidence: 'observed',
    test: ['sessions', 'gives a key for the right password, with the wire types that captured answers have'],
  },
  {
    behaviour:
      'verifyUser sends the lists of registries empty, and the fields for registers empty or not at all.',
    evidence: 'observed',
    test: ['users', 'log in with their own names, and are answered who they are'],
  },
  {
    behaviour:
      'A missing user name or password is refused with 1050, a wrong one of either with 1051, a PIN with 1058.',
    evidence: 'documented',
    test: ['sessions', 'refuses %s'],
  },
  {
    behaviour:
      'Five wrong passwords are answered with 1051 and lock the user: 1052 for 600 seconds, also for the right one.',
    evidence: 'documented',
    option: '--set lockout',
    test: ['lockout', 'is locked for ten minutes after five wrong passwords, also for the right one'],
  },
  {
    behaviour: 'The right password starts the count of wrong ones anew, and so does the end of a lock.',
    evidence: 'inferred',
    test: ['lockout', 'has five new tries after the right password'],
  },
  {
    behaviour: 'A lock does not end sessions that are open.',
    evidence: 'inferred',
    test: ['lockout', 'keeps open sessions while it is locked'],
  },
  {
    behaviour: 'A user without a password is refused with 1053.',
    evidence: 'documented',
    option: 'account data',
    test: ['users', 'without a password cannot log in (1053)'],
  },
  {
    behaviour: 'A user without access to the API is refused with 1065.',
    evidence: 'documented',
    option: 'account data',
    test: [
      'users',
      'without access to the API are refused at the login, and with a session that they had (1065)',
    ],
  },
  {
    behaviour: 'A missing right to view, add, edit or delete is answered with 1060, 1061, 1062 or 1063.',
    evidence: 'documented',
    option: 'account data',
    test: ['users', 'who may only read are refused with 1061, 1062 and 1063'],
  },
  {
    behaviour: 'Saving a record that is named by its ID needs the right to edit, any other the right to add.',
    evidence: 'inferred',
    test: ['users', 'who may only read are refused with 1061, 1062 and 1063'],
  },
  {
    behaviour: 'A location that is not the user’s is refused with 1064.',
    evidence: 'documented',
    option: 'account data',
    test: ['users', 'of some locations are refused at others with 1064'],
  },
  {
    behaviour:
      'changePassword opens a new session; a password that is too short is refused with 1100, one too simple with 1102.',
    evidence: 'documented',
    test: ['users', 'gives a new password and a new session, and leaves the old one open'],
  },
  {
    behaviour: 'A wrong old password is refused with 1051 and counts as one at a login does.',
    evidence: 'inferred',
    test: ['users', 'counts wrong passwords as a login does'],
  },
  {
    behaviour:
      'verifyUser, getSessionKeyUser, switchUser, getEmployees and getUserRights say the same of a user who was saved.',
    evidence: 'documented',
    test: [
      'save-user',
      'makes a user who can log in, by password and by PIN, and all calls say the same of this user',
    ],
  },
  {
    behaviour:
      'A saved user whose name another one has is refused with 1012, a short password or PIN with 1016.',
    evidence: 'documented',
    test: ['save-user', 'refuses %j with %i'],
  },
  {
    behaviour: 'Putting a user into a group needs the right to edit groups, else 1066.',
    evidence: 'inferred',
    test: ['save-user', 'needs the rights to add, to edit, and to manage the group'],
  },
  {
    behaviour: 'A flag of getUserRights is 1 where the calls that it is about are let through.',
    evidence: 'inferred',
    option: 'account data',
    test: ['save-user', 'says %s where the user has the right to %s %s'],
  },
  {
    behaviour:
      'getUsers, savePointOfSale and getTimezones, which no public page describes, are answered with 1005.',
    evidence: 'inferred',
    test: ['save-user', '%s is answered with 1005'],
  },
  {
    behaviour:
      'createInstallation needs no session and no client code; the account that it makes has a code of six digits.',
    evidence: 'documented',
    test: ['create-installation', 'sent to %s makes one that can be logged in to, without a session'],
  },
  {
    behaviour: 'createInstallation is answered with 1155 when no more accounts can be made.',
    evidence: 'documented',
    option: '--max-accounts',
    test: [
      'create-installation',
      'answers 1155 when no more accounts are kept, and takes the place of one that has changed nothing',
    ],
  },
];
