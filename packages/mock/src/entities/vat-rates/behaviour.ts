import type { Behaviour } from '../../account/account.ts';

/** A new tax rate is in use (inferred). */
export const vatRates: Behaviour = { defaults: { active: 1 } };
