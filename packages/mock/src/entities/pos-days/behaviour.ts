import type { Behaviour } from '../../account/account.ts';

/** A day that has not been closed, without a drawer. What was counted shows in no answer. */
export const dayClosings: Behaviour = {
  defaults: { drawerID: 0, closedUnixTime: 0, notes: '', reasonID: 0 },
};
